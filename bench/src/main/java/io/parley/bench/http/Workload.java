package io.parley.bench.http;

import io.parley.bench.load.Traffic;
import io.parley.bench.report.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Something that clients do all the time.
 *
 * @param name what it is called in the tables
 * @param compares whether the baseline that uses JAXB can do it
 * @param connections how many clients do it at a time
 * @param prepare makes a server ready for it, and says what is asked then, each time from the beginning
 */
record Workload(String name, boolean compares, int connections, Function<Desk, Supplier<Traffic>> prepare) {

    private static final int CONNECTIONS = 32;
    private static final int TITLES = 16;

    /** Of what share of the conferences the filter of a list speaks. */
    private static final int FOUND = 100;

    static List<Workload> all(Scale scale) {
        List<Workload> all = new ArrayList<>();
        all.add(new Workload("blueprint retrieve", true, CONNECTIONS, desk -> same(Message.retrieveBlueprint())));
        for (int users = 10; users <= scale.users(); users *= 10) {
            all.add(retrieve(users));
        }
        all.add(new Workload("title update, one hot conference", true, CONNECTIONS, desk -> {
            String conference = desk.create();
            List<byte[]> requests = titles(conference).toList();
            return () -> inTurn(requests);
        }));
        all.add(new Workload("title update, spread", true, CONNECTIONS, desk -> spreadUpdates(desk, scale)));
        all.add(new Workload("join and leave", true, CONNECTIONS, desk -> {
            List<String> conferences = create(desk, scale);
            return () -> new Comings(conferences);
        }));
        all.add(new Workload("list with a filter", false, 2, desk -> filter(desk, scale)));
        all.add(new Workload(
                "mix: 80 % retrieve, 15 % update, 5 % join or leave", true, CONNECTIONS, desk -> mix(desk, scale)));
        return List.copyOf(all);
    }

    private static Workload retrieve(int users) {
        return new Workload("conference retrieve, " + users + " users", true, CONNECTIONS, desk -> {
            String conference = desk.create();
            for (int i = 0; i < users; i++) {
                desk.done(Message.join(conference, "user" + i));
            }
            return same(Message.retrieve(conference));
        });
    }

    private static Supplier<Traffic> same(byte[] request) {
        return () -> checked(connection -> request);
    }

    private static Traffic checked(IntFunction<byte[]> requests) {
        return new Traffic() {
            @Override
            public byte[] next(int connection) {
                return requests.apply(connection);
            }

            @Override
            public void answered(int connection, String body) {
                Desk.check(body);
            }
        };
    }

    private static Stream<byte[]> titles(String conference) {
        return IntStream.range(0, TITLES).mapToObj(i -> Message.title(conference, "Title " + (char) ('a' + i)));
    }

    private static List<String> create(Desk desk, Scale scale) {
        return IntStream.range(0, scale.conferences())
                .mapToObj(i -> desk.create())
                .toList();
    }

    /** The title of each conference changes every time that it has its turn. */
    private static Supplier<Traffic> spreadUpdates(Desk desk, Scale scale) {
        List<String> conferences = create(desk, scale);
        List<byte[]> requests = new ArrayList<>();
        for (String title : List.of("Morning", "Evening")) {
            conferences.forEach(conference -> requests.add(Message.title(conference, title)));
        }
        return () -> inTurn(requests);
    }

    private static Traffic inTurn(List<byte[]> requests) {
        int[] turn = new int[1];
        return checked(connection -> requests.get(turn[0]++ % requests.size()));
    }

    private static Supplier<Traffic> filter(Desk desk, Scale scale) {
        List<String> conferences = create(desk, scale);
        for (int i = 0; i < conferences.size(); i += FOUND) {
            desk.done(Message.title(conferences.get(i), "Needle"));
        }
        return same(Message.list("/conference-info[conference-description/display-text='Needle']"));
    }

    private static Supplier<Traffic> mix(Desk desk, Scale scale) {
        List<String> conferences = create(desk, scale);
        return () -> mix(conferences);
    }

    private static Traffic mix(List<String> conferences) {
        List<byte[]> retrieves = conferences.stream().map(Message::retrieve).toList();
        Comings comings = new Comings(conferences);
        Traffic updates = updates(conferences);
        int[] turn = new int[1];
        return checked(connection -> {
            int now = turn[0]++;
            int share = now % 20;
            if (share < 16) {
                return retrieves.get(Math.floorMod(now * 7919, retrieves.size()));
            }
            return share < 19 ? updates.next(connection) : comings.next(connection);
        });
    }

    private static Traffic updates(List<String> conferences) {
        int[] turn = new int[1];
        return connection -> {
            int now = turn[0]++;
            return Message.title(conferences.get(now % conferences.size()), "Title " + now / conferences.size());
        };
    }

    /** Each connection is somebody who joins a conference, leaves it, and goes to the next. */
    private static final class Comings implements Traffic {
        private final List<String> conferences;
        private final int[] steps = new int[CONNECTIONS];

        Comings(List<String> conferences) {
            this.conferences = conferences;
        }

        @Override
        public byte[] next(int connection) {
            int step = steps[connection]++;
            String conference = conferences.get(Math.floorMod(step / 2 * 31 + connection, conferences.size()));
            String user = "guest" + connection;
            return step % 2 == 0 ? Message.join(conference, user) : Message.leave(conference, user);
        }

        @Override
        public void answered(int connection, String body) {
            Desk.check(body);
        }
    }
}
