package io.parley.examples.server;

/** Starts the server. So far it only says that there is nothing to start. */
public final class Main {

    private Main() {}

    /** The entry point of {@code parley-server.jar}. */
    public static void main(String[] arguments) {
        System.out.println("parley-server: nothing is wired yet");
    }
}
