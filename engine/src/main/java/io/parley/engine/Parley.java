package io.parley.engine;

import io.parley.authorization.AccessPolicy;
import io.parley.c3p.provisioning.ProvisioningSettings;
import io.parley.ccmp.CcmpExtension;
import io.parley.ccmp.CcmpSettings;
import io.parley.ccmp.CcmpSettings.SwitchedOff;
import io.parley.ccmp.Dispatcher;
import io.parley.ccmp.Limits;
import io.parley.ccmp.SubjectMode;
import io.parley.ccmp.WatcherView;
import io.parley.conference.Cause;
import io.parley.conference.Conference;
import io.parley.conference.Outcome;
import io.parley.document.Element;
import io.parley.document.Finding;
import io.parley.document.Validation;
import io.parley.filter.FilterLanguage;
import io.parley.identity.ContactUri;
import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import io.parley.participation.FocusSettings;
import io.parley.ports.in.C3pService;
import io.parley.ports.in.CcmpService;
import io.parley.ports.in.ConferenceEvents;
import io.parley.ports.in.ConferenceQuery;
import io.parley.ports.in.ConferenceWatching;
import io.parley.ports.in.FocusService;
import io.parley.ports.in.MeetingDirectory;
import io.parley.ports.out.ChangeListener;
import io.parley.ports.out.Envelopes;
import io.parley.ports.out.OperatorDesk;
import io.parley.ports.out.OutPorts;
import io.parley.privacy.Sights;
import io.parley.schedule.CalendarReader;
import io.parley.schedule.Schedules;
import io.parley.user.RegisteredUser;
import io.parley.user.UserRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A conference-control system: the services that it gives, over the ports that it was built with. Has no thread and nothing to close;
 * serves any number of threads.
 */
public final class Parley {

    private final OutPorts ports;
    private final CcmpService ccmp;
    private final ConferenceEvents events;
    private final FocusServices focus;

    private Parley(OutPorts ports, CcmpService ccmp, ConferenceEvents events, FocusServices focus) {
        this.ports = ports;
        this.ccmp = ccmp;
        this.events = events;
        this.focus = focus;
    }

    /** A builder of a system in {@code domain}, the one in which it makes identifiers, over these ports. */
    public static Builder builder(String domain, OutPorts ports) {
        return new Builder(domain, ports);
    }

    /** The CCMP service. */
    public CcmpService ccmp() {
        return ccmp;
    }

    /** The changes of conferences, for those who may see them. */
    public ConferenceEvents events() {
        return events;
    }

    /** The foci of the conferences, for transports of signalling and for MCUs. */
    public FocusService focus() {
        return focus.focus();
    }

    /** C3P, for transports of signalling. */
    public C3pService c3p() {
        return focus.c3p();
    }

    /** Documents of conferences for those who watch them. */
    public ConferenceWatching watching() {
        return focus.watching();
    }

    /** The conferences by their join URLs, as far as these are for strangers. */
    public MeetingDirectory meetings() {
        return focus.meetings();
    }

    /** The conference objects as they are. */
    public ConferenceQuery conferences() {
        return new ConferenceQuery() {
            @Override
            public Optional<Conference> find(XconUri id) {
                return ports.store().transact(snapshot -> Outcome.unchanged(snapshot.find(id)));
            }

            @Override
            public List<Conference> all() {
                return ports.store().transact(snapshot -> {
                    List<Conference> all = new ArrayList<>();
                    snapshot.all().forEach(all::add);
                    return Outcome.unchanged(List.copyOf(all));
                });
            }
        };
    }

    /** Hands all later changes to {@code listener}. */
    public void addListener(ChangeListener listener) {
        ports.store().addListener(listener);
    }

    /** Says how a system is to be; serves one thread. */
    public static final class Builder {
        private final String domain;
        private final OutPorts ports;
        private final List<Element> blueprints = new ArrayList<>();
        private final List<CcmpExtension> extensions = new ArrayList<>();
        private final Set<SwitchedOff> switchedOff = new LinkedHashSet<>();
        private AccessPolicy policy = AccessPolicy.standard();
        private SubjectMode subjectMode = SubjectMode.OFF;
        private OperatorDesk operators = (conference, user) -> {};
        private boolean sidebarsWhereUnsaid = true;
        private Schedules schedules = Schedules.NONE;
        private Limits limits = Limits.defaults();
        private Optional<Duration> serviceTimeout = Optional.empty();
        private Optional<FilterLanguage> filters = Optional.empty();
        private Optional<FocusSettings> focus = Optional.empty();
        private FocusTimes focusTimes = FocusTimes.STANDARD;
        private ProvisioningSettings provisioning = ProvisioningSettings.STANDARD;
        private Optional<Envelopes> envelopes = Optional.empty();
        private int eventsOfOne = 128;
        private int eventsInAll = 8192;

        private Builder(String domain, OutPorts ports) {
            this.domain = domain;
            this.ports = new PartingPorts(ports);
        }

        /**
         * Adds a blueprint: a conference document whose entity is of the domain. It takes the place of one with the same entity, the
         * default blueprint included.
         */
        public Builder blueprint(Element document) {
            blueprints.add(document);
            return this;
        }

        /** Adds an extension of CCMP. */
        public Builder extension(CcmpExtension extension) {
            extensions.add(extension);
            return this;
        }

        /** Uses another policy than {@link AccessPolicy#standard}. */
        public Builder policy(AccessPolicy other) {
            this.policy = other;
            return this;
        }

        /** Says whether senders have to prove who they are; unless said, nobody is asked. */
        public Builder subjectMode(SubjectMode mode) {
            this.subjectMode = mode;
            return this;
        }

        /** Says who is told of joins that wait for an operator; unless said, nobody is. */
        public Builder operators(OperatorDesk desk) {
            this.operators = desk;
            return this;
        }

        /** Allows no sidebars where a conference does not say that it may have some; unless said, they are allowed there. */
        public Builder sidebarsOnlyWhereSaid() {
            this.sidebarsWhereUnsaid = false;
            return this;
        }

        /** Limits how much the system holds; {@link Limits#defaults} unless said. */
        public Builder limits(Limits most) {
            this.limits = most;
            return this;
        }

        /**
         * Reads the iCalendar objects of {@code conference-time} by {@code reader}: a text that it cannot read is refused, conferences
         * start and end at their times, and can be joined only then. Without a reader conference-time is kept as sent, but neither
         * checked nor acted upon, and the scheduler port is not used.
         */
        public Builder calendars(CalendarReader reader) {
            this.schedules = Schedules.by(reader);
            return this;
        }

        /**
         * Answers 510 to a request that has not been decided after {@code threshold}; then nothing has happened, and nothing will.
         * Unless said, a request takes the time that it takes.
         */
        public Builder serviceTimeout(Duration threshold) {
            if (threshold.isNegative() || threshold.isZero()) {
                throw new IllegalArgumentException("a request needs some time, not " + threshold);
            }
            this.serviceTimeout = Optional.of(threshold);
            return this;
        }

        /** Understands the filters of lists by {@code language}; unless said, a request with one is answered 501. */
        public Builder filters(FilterLanguage language) {
            this.filters = Optional.of(language);
            return this;
        }

        /** Retains so many events of one conference, and so many in all, for those who follow; unless said, 128 and 8192. */
        public Builder retainedEvents(int ofOne, int inAll) {
            if (ofOne < 1 || inAll < 1) {
                throw new IllegalArgumentException("one event at least is retained, not " + Math.min(ofOne, inAll));
            }
            this.eventsOfOne = ofOne;
            this.eventsInAll = inAll;
            return this;
        }

        /** Says how conferences are for signalling; unless said, {@link FocusSettings#in} the domain. */
        public Builder focus(FocusSettings settings) {
            if (!settings.domain().equals(domain)) {
                throw new IllegalArgumentException("the foci are of " + settings.domain() + ", not of " + domain);
            }
            this.focus = Optional.of(settings);
            return this;
        }

        /** Says how long foci wait for what; {@link FocusTimes#STANDARD} unless said. */
        public Builder focusTimes(FocusTimes times) {
            this.focusTimes = times;
            return this;
        }

        /** Says how the Focus Factory is; {@link ProvisioningSettings#STANDARD} unless said. */
        public Builder provisioning(ProvisioningSettings settings) {
            this.provisioning = settings;
            return this;
        }

        /** Takes and gives out conference keys and join URLs in these envelopes; unless said, they are neither taken nor given out. */
        public Builder envelopes(Envelopes secrets) {
            this.envelopes = Optional.of(secrets);
            return this;
        }

        /** Does not offer an operation. */
        public Builder withoutOperation(SwitchedOff operation) {
            switchedOff.add(operation);
            return this;
        }

        /**
         * Builds the system, and stores those of its blueprints that the store does not hold yet. A blueprint that breaks the data
         * model, is not of the domain, or has the name of the conference factory, is an {@link IllegalArgumentException} that says what is
         * wrong.
         */
        public Parley build() {
            FocusSettings focusSettings = focus.orElseGet(
                    () -> FocusSettings.in(domain).with(ports.mcus().types()).withParticipants(limits.participants()));
            Optional<XconUri> factory = focusSettings.factory().asConference();
            CcmpSettings settings = new CcmpSettings(
                    domain,
                    DefaultBlueprint.idIn(domain),
                    subjectMode,
                    switchedOff,
                    sidebarsWhereUnsaid,
                    limits,
                    factory);
            Map<XconUri, Conference> made = new LinkedHashMap<>();
            made.put(DefaultBlueprint.idIn(domain), Conference.blueprint(DefaultBlueprint.in(domain)));
            blueprints.stream()
                    .map(document -> checked(document, factory))
                    .forEach(blueprint -> made.put(blueprint.id(), blueprint));
            ContactBook contacts = new ContactBook(ports.users());
            ports.store().addListener(contacts);
            ports.store().addListener(new CallFollower(ports.signalling()));
            ports.store().addListener(new MixFollower(ports.mcus()));
            ports.store().addListener(new OperatorFollower(operators));
            Dispatcher dispatcher = new Dispatcher(settings, policy, registry(), extensions, schedules, filters);
            FocusServices foci = FocusServices.over(
                    ports,
                    focusSettings,
                    focusTimes,
                    new FocusServices.Rules(policy, new Sights(policy, registry()), schedules, limits, dispatcher),
                    provisioning,
                    envelopes);
            provisioning.sweep().ifPresent(every -> new ExpirySweep(ports, every).begin());
            foci.listeners().forEach(ports.store()::addListener);
            Chronicle chronicle = new Chronicle(eventsOfOne, eventsInAll);
            ports.store().addListener(chronicle);
            if (schedules != Schedules.NONE) {
                keepTime(foci.targets());
            }
            ports.store().transact(snapshot -> {
                List<Conference> missing = made.values().stream()
                        .filter(blueprint -> snapshot.find(blueprint.id()).isEmpty())
                        .toList();
                Cause cause = new Cause("start", Optional.empty(), ports.clock().instant());
                return new Outcome<>(true, missing, List.of(), Optional.of(cause));
            });
            CcmpEngine ccmp = new CcmpEngine(dispatcher, ports, contacts, domain, serviceTimeout);
            WatcherView view = new WatcherView(new Sights(policy, registry()));
            return new Parley(ports, ccmp, new EventFeed(chronicle, view, ports, ccmp.passwords()), foci);
        }

        private void keepTime(CallTargets targets) {
            Timekeeper timekeeper = new Timekeeper(ports, schedules, targets);
            ports.store().addListener(timekeeper);
            timekeeper.begin();
        }

        private Conference checked(Element document, Optional<XconUri> factory) {
            List<Finding> findings = Validation.ofDocument(document);
            if (!findings.isEmpty()) {
                throw new IllegalArgumentException("a blueprint breaks the data model: " + findings.get(0));
            }
            Conference blueprint = Conference.blueprint(document);
            if (!blueprint.id().isOf(domain)) {
                throw new IllegalArgumentException(
                        "the blueprint " + blueprint.id() + " is not of the domain " + domain);
            }
            if (factory.filter(blueprint.id()::equals).isPresent()) {
                throw new IllegalArgumentException(
                        "the blueprint " + blueprint.id() + " has the name of the conference factory");
            }
            return blueprint;
        }

        private UserRegistry registry() {
            return new UserRegistry() {
                @Override
                public Optional<RegisteredUser> registered(XconUserId id) {
                    return ports.users().registered(id);
                }

                @Override
                public Optional<RegisteredUser> owner(ContactUri contact) {
                    return ports.users().owner(contact);
                }
            };
        }
    }
}
