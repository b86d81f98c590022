package io.parley.bench.baseline;

import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** What one would write instead: a servlet on Jetty, the classes that JAXB makes of the schema, and a synchronised map. */
public final class JaxbServer {

    private JaxbServer() {}

    /** Serves until the process ends. */
    public static void main(String[] arguments) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServlet(new ServletHolder(new JaxbServlet(new JaxbConferences())), "/Xcon/Ccmp");
        server.setHandler(context);
        server.start();
        System.out.println("READY http=127.0.0.1:" + connector.getLocalPort());
        server.join();
    }
}
