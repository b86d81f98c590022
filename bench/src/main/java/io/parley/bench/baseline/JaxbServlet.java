package io.parley.bench.baseline;

import ietf.params.xml.ns.xcon_ccmp.CcmpRequestType;
import ietf.params.xml.ns.xcon_ccmp.CcmpResponseType;
import ietf.params.xml.ns.xcon_ccmp.ObjectFactory;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBElement;
import jakarta.xml.bind.JAXBException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Reads a message of CCMP, has it done, and writes the answer. */
final class JaxbServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient JAXBContext context;
    private final transient JaxbConferences conferences;
    private final transient ObjectFactory factory = new ObjectFactory();

    JaxbServlet(JaxbConferences conferences) throws JAXBException {
        this.context = JaxbConferences.context();
        this.conferences = conferences;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Object read = context.createUnmarshaller().unmarshal(request.getInputStream());
            CcmpRequestType message = (CcmpRequestType) ((JAXBElement<?>) read).getValue();
            byte[] body = conferences.handle(message.getCcmpRequest(), this::write);
            response.setContentType("application/ccmp+xml");
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        } catch (JAXBException unreadable) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private byte[] write(CcmpResponseType answer) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
            context.createMarshaller().marshal(factory.createCcmpResponse(answer), bytes);
            return bytes.toByteArray();
        } catch (JAXBException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }
}
