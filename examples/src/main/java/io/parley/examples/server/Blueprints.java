package io.parley.examples.server;

import io.parley.codec.xml.DocumentCodec;
import io.parley.codec.xml.Limits;
import io.parley.codec.xml.UnreadableException;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Validation;
import io.parley.identity.XconUri;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** The blueprints of a server: the five of RFC 6503 section 6.1, and those of a directory. */
final class Blueprints {

    private static final List<String> OF_THE_RFC =
            List.of("AudioRoom", "VideoRoom", "AudioConference1", "VideoConference1", "AudioConference2");

    private final DocumentCodec codec = new DocumentCodec(Limits.defaults());
    private final String domain;
    private final Map<XconUri, Element> documents = new LinkedHashMap<>();

    /** The five of the RFC, in {@code domain}. */
    Blueprints(String domain) {
        this.domain = domain;
        OF_THE_RFC.forEach(this::addBuiltIn);
    }

    /** The documents. */
    List<Element> documents() {
        return List.copyOf(documents.values());
    }

    /** Adds what stands in the {@code *.xml} of {@code directory}; one with the identity of a built-in blueprint replaces it. */
    Blueprints addAll(Path directory) {
        Map<XconUri, Path> origins = new LinkedHashMap<>();
        for (Path file : files(directory)) {
            Element document = read(file);
            XconUri id = identity(file, document);
            Path other = origins.putIfAbsent(id, file);
            if (other != null) {
                throw new StartException(file + ": " + id + " is in " + other + " already");
            }
            documents.put(id, document);
        }
        return this;
    }

    private void addBuiltIn(String name) {
        String resource = "blueprints/" + name + ".xml";
        try (InputStream stream = Objects.requireNonNull(Blueprints.class.getResourceAsStream(resource), resource)) {
            XconUri id = XconUri.of(name, domain);
            documents.put(id, codec.read(stream).withAttribute(Attributes.ENTITY, id.toString()));
        } catch (IOException | UnreadableException broken) {
            throw new IllegalStateException(resource + " is broken", broken);
        }
    }

    private static Iterable<Path> files(Path directory) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, "*.xml")) {
            TreeSet<Path> files = new TreeSet<>();
            entries.forEach(files::add);
            return files;
        } catch (IOException | java.nio.file.DirectoryIteratorException unreadable) {
            throw new StartException("--blueprints " + directory + ": no directory that can be read", unreadable);
        }
    }

    private Element read(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            Element document = codec.read(stream);
            Validation.ofDocument(document).stream().findFirst().ifPresent(finding -> {
                throw new StartException(file + ": " + finding);
            });
            return document;
        } catch (UnreadableException broken) {
            throw new StartException(file + ": " + broken.getMessage(), broken);
        } catch (IOException unreadable) {
            throw new StartException(file + ": cannot be read", unreadable);
        }
    }

    private XconUri identity(Path file, Element document) {
        String entity = document.attribute(Attributes.ENTITY).orElse("");
        return XconUri.parse(entity)
                .filter(id -> id.isOf(domain) && id.objectId().isPresent())
                .orElseThrow(() -> new StartException(
                        file + ": the entity '" + entity + "' is no XCON-URI of the domain " + domain));
    }
}
