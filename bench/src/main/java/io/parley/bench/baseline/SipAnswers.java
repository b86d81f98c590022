package io.parley.bench.baseline;

import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sip.Dialog;
import javax.sip.DialogTerminatedEvent;
import javax.sip.IOExceptionEvent;
import javax.sip.InvalidArgumentException;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.SipListener;
import javax.sip.SipProvider;
import javax.sip.TimeoutEvent;
import javax.sip.TransactionTerminatedEvent;
import javax.sip.address.Address;
import javax.sip.header.ContentTypeHeader;
import javax.sip.header.HeaderFactory;
import javax.sip.message.Message;
import javax.sip.message.MessageFactory;
import javax.sip.message.Request;
import javax.sip.message.Response;

/**
 * Takes every INVITE, answers every INFO with another, and tells who subscribes something at once. A MESSAGE has as its body a number: so many
 * bytes are told to each subscriber then.
 */
final class SipAnswers implements SipListener {

    private static final String C3P = "cccp+xml";
    private static final String DOCUMENT = "conference-info+xml";
    private static final int EXPIRES = 600;

    /** As long as the answer of a focus to a command, or to an addUser. */
    private static final byte[] ANSWER = filler(420);

    private final SipProvider provider;
    private final MessageFactory messages;
    private final HeaderFactory headers;
    private final Address contact;
    private final Queue<Dialog> subscriptions = new ConcurrentLinkedQueue<>();

    SipAnswers(SipProvider provider, MessageFactory messages, HeaderFactory headers, Address contact) {
        this.provider = provider;
        this.messages = messages;
        this.headers = headers;
        this.contact = contact;
    }

    private static byte[] filler(int size) {
        byte[] filler = new byte[size];
        java.util.Arrays.fill(filler, (byte) 'x');
        return filler;
    }

    @Override
    public void processRequest(RequestEvent event) {
        try {
            answer(event);
        } catch (ParseException | InvalidArgumentException | SipException failed) {
            throw new IllegalStateException(event.getRequest().getMethod(), failed);
        }
    }

    private void answer(RequestEvent event) throws ParseException, InvalidArgumentException, SipException {
        Request request = event.getRequest();
        if (request.getMethod().equals(Request.ACK)) {
            return;
        }
        ServerTransaction known = event.getServerTransaction();
        ServerTransaction transaction = known == null ? provider.getNewServerTransaction(request) : known;
        switch (request.getMethod()) {
            case Request.INVITE -> {
                Response response = response(Response.OK, request);
                write(response, C3P, ANSWER);
                transaction.sendResponse(response);
            }
            case Request.INFO -> {
                transaction.sendResponse(response(Response.ACCEPTED, request));
                Request info = transaction.getDialog().createRequest(Request.INFO);
                write(info, C3P, ANSWER);
                transaction.getDialog().sendRequest(provider.getNewClientTransaction(info));
            }
            case Request.SUBSCRIBE -> {
                Response response = response(Response.OK, request);
                response.addHeader(headers.createExpiresHeader(EXPIRES));
                transaction.sendResponse(response);
                subscriptions.add(transaction.getDialog());
                tell(transaction.getDialog(), ANSWER);
            }
            case Request.MESSAGE -> {
                transaction.sendResponse(response(Response.OK, request));
                byte[] document =
                        filler(Integer.parseInt(new String(request.getRawContent(), StandardCharsets.US_ASCII)));
                for (Dialog subscription : subscriptions) {
                    tell(subscription, document);
                }
            }
            default -> transaction.sendResponse(response(Response.OK, request));
        }
    }

    private Response response(int status, Request request) throws ParseException {
        Response response = messages.createResponse(status, request);
        response.setHeader(headers.createContactHeader(contact));
        return response;
    }

    private void write(Message message, String type, byte[] body) throws ParseException {
        ContentTypeHeader contentType = headers.createContentTypeHeader("application", type);
        message.setContent(body, contentType);
    }

    private void tell(Dialog dialog, byte[] document) throws ParseException, InvalidArgumentException, SipException {
        Request notify = dialog.createRequest(Request.NOTIFY);
        notify.addHeader(headers.createEventHeader("conference"));
        notify.addHeader(headers.createSubscriptionStateHeader("active"));
        notify.setHeader(headers.createContactHeader(contact));
        write(notify, DOCUMENT, document);
        dialog.sendRequest(provider.getNewClientTransaction(notify));
    }

    @Override
    public void processResponse(ResponseEvent event) {
        // Nothing depends on it.
    }

    @Override
    public void processTimeout(TimeoutEvent event) {
        // Who measures sees what is missing.
    }

    @Override
    public void processIOException(IOExceptionEvent event) {
        // Who measures sees what is missing.
    }

    @Override
    public void processTransactionTerminated(TransactionTerminatedEvent event) {
        // Nothing is kept of a transaction.
    }

    @Override
    public void processDialogTerminated(DialogTerminatedEvent event) {
        subscriptions.remove(event.getDialog());
    }
}
