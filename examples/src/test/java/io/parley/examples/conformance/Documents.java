package io.parley.examples.conformance;

import io.parley.codec.xml.DocumentCodec;
import io.parley.codec.xml.Limits;
import io.parley.codec.xml.UnreadableException;
import io.parley.document.Element;
import java.nio.charset.StandardCharsets;

/** Conference documents as XML text, with the prefixes of the RFCs. */
final class Documents {

    private static final DocumentCodec CODEC = new DocumentCodec(Limits.defaults());
    private static final String NAMESPACES = " xmlns:info='urn:ietf:params:xml:ns:conference-info'"
            + " xmlns:xcon='urn:ietf:params:xml:ns:xcon-conference-info' xmlns:x='urn:example:x' ";

    private Documents() {}

    static Element read(String conferenceInfo) {
        String declared = conferenceInfo.replaceFirst("<info:conference-info ", "<info:conference-info" + NAMESPACES);
        try {
            return CODEC.read(declared.getBytes(StandardCharsets.UTF_8));
        } catch (UnreadableException wrong) {
            throw new IllegalArgumentException(declared, wrong);
        }
    }

    /** The blueprint of RFC 6503 section 6.2. */
    static Element audioRoom() {
        return read("""
                <info:conference-info entity='xcon:AudioRoom@example.com'>
                  <info:conference-description>
                    <info:display-text>AudioRoom</info:display-text>
                    <info:available-media>
                      <info:entry label='audioLabel'>
                        <info:display-text>audio stream</info:display-text>
                        <info:type>audio</info:type>
                      </info:entry>
                    </info:available-media>
                  </info:conference-description>
                  <info:users>
                    <xcon:join-handling>allow</xcon:join-handling>
                  </info:users>
                  <xcon:floor-information>
                    <xcon:floor-request-handling>confirm</xcon:floor-request-handling>
                    <xcon:conference-floor-policy>
                      <xcon:floor id='audioFloor'><xcon:media-label>audioLabel</xcon:media-label></xcon:floor>
                    </xcon:conference-floor-policy>
                  </xcon:floor-information>
                </info:conference-info>""");
    }
}
