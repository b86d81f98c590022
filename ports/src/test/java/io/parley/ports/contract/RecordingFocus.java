package io.parley.ports.contract;

import io.parley.conference.Conference;
import io.parley.dialout.Referral;
import io.parley.document.Element;
import io.parley.focus.CallId;
import io.parley.focus.DialogId;
import io.parley.focus.SipStatus;
import io.parley.identity.SipUri;
import io.parley.identity.XconUri;
import io.parley.participation.Joining;
import io.parley.participation.Refusal;
import io.parley.ports.in.FocusService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A focus that remembers what MCUs report, for their tests. It knows no conference and nobody joins it. Any thread may call it. */
public class RecordingFocus implements FocusService {

    private final List<Report> reports = new ArrayList<>();
    private final List<McuId> failures = new ArrayList<>();

    /** One that has heard nothing. */
    public RecordingFocus() {}

    /** A document of an MCU. */
    public record Report(McuId mcu, Element document) {}

    /** All reports, in order. */
    public synchronized List<Report> reports() {
        return List.copyOf(reports);
    }

    /** The documents of one MCU, in order. */
    public synchronized List<Element> documents(McuId mcu) {
        return reports.stream()
                .filter(report -> report.mcu().equals(mcu))
                .map(Report::document)
                .toList();
    }

    /** Who failed, in order. */
    public synchronized List<McuId> failures() {
        return List.copyOf(failures);
    }

    @Override
    public synchronized void report(McuId mcu, Element document) {
        reports.add(new Report(mcu, document));
    }

    @Override
    public synchronized void failed(McuId mcu) {
        failures.add(mcu);
    }

    @Override
    public Optional<Conference> find(SipUri uri) {
        return Optional.empty();
    }

    @Override
    public Joining.Answer join(Signaller caller, SipUri conference, Device device) {
        throw new UnsupportedOperationException("nobody joins a focus that only records");
    }

    @Override
    public boolean isFactory(SipUri uri) {
        return false;
    }

    @Override
    public Joining.Answer create(Signaller creator, Device device, Set<String> media) {
        throw new UnsupportedOperationException("nobody joins a focus that only records");
    }

    @Override
    public Optional<Refusal> refer(
            Signaller referrer, SipUri conference, Referral referral, Consumer<SipStatus> progress) {
        throw new UnsupportedOperationException("nobody is at a focus that only records");
    }

    @Override
    public void alerting(XconUri conference, CallId call) {
        throw new UnsupportedOperationException("a focus that only records calls nobody");
    }

    @Override
    public Joining.Answer answered(XconUri conference, CallId call, Device device) {
        throw new UnsupportedOperationException("a focus that only records calls nobody");
    }

    @Override
    public void followed(XconUri conference, CallId call) {
        throw new UnsupportedOperationException("a focus that only records calls nobody");
    }

    @Override
    public void failed(XconUri conference, CallId call, SipStatus status) {
        throw new UnsupportedOperationException("a focus that only records calls nobody");
    }

    @Override
    public Optional<Refusal> endorse(Signaller endorser, SipUri conference, Endorsement endorsement) {
        throw new UnsupportedOperationException("nobody is at a focus that only records");
    }

    @Override
    public void leave(XconUri conference, DialogId dialog, Departure why) {
        throw new UnsupportedOperationException("nobody is at a focus that only records");
    }
}
