package io.parley.examples.server;

import io.parley.http.BearerSettings;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code serve} for HTTP authentication. */
final class HttpAuthOptions {

    @Option(
            names = "--http-auth",
            paramLabel = "off|digest|bearer",
            description = "Whether senders prove who they are by HTTP authentication: digest with the names and "
                    + "passwords of --user, bearer with signed JSON Web Tokens. Default: off.")
    private String authentication = "off";

    @Option(
            names = "--realm",
            paramLabel = "TEXT",
            description = "What HTTP authentication is for, as clients show it. Default: the domain.")
    private @Nullable String realm;

    @Option(
            names = "--jwks",
            paramLabel = "FILE",
            description =
                    "The public keys of bearer tokens (RS256, ES256, EdDSA), a JWK set; read again when it changes.")
    private @Nullable Path keys;

    @Option(names = "--jwt-issuer", paramLabel = "TEXT", description = "What 'iss' of a token has to be. Default: any.")
    private @Nullable String issuer;

    @Option(
            names = "--jwt-audience",
            paramLabel = "TEXT",
            description = "What 'aud' of a token has to hold. Default: any.")
    private @Nullable String audience;

    /** What they say of a server of {@code domain}; a {@link StartException} names the one that says nothing sensible. */
    HttpAuthPlan plan(String domain) {
        String word = ServeOptions.read(
                "--http-auth", authentication, text -> ServeOptions.oneOf(text, "off", "digest", "bearer"));
        boolean bearer = word.equals("bearer");
        if (!bearer && (keys != null || issuer != null || audience != null)) {
            throw new StartException("--jwks, --jwt-issuer and --jwt-audience are for --http-auth bearer");
        }
        String shown = realm == null ? domain : ServeOptions.read("--realm", realm, HttpAuthOptions::quotable);
        if (!bearer) {
            return new HttpAuthPlan(word.equals("digest") ? Optional.of(shown) : Optional.empty(), Optional.empty());
        }
        if (keys == null) {
            throw new StartException("--http-auth bearer: --jwks is wanted with it");
        }
        return new HttpAuthPlan(
                Optional.empty(),
                Optional.of(new BearerSettings(
                        shown, keys, Optional.ofNullable(issuer), Optional.ofNullable(audience), domain)));
    }

    private static String quotable(String text) {
        if (!text.matches("[ !#-\\[\\]-~]+")) {
            throw new IllegalArgumentException("ASCII characters without quotes and backslashes are wanted");
        }
        return text;
    }
}
