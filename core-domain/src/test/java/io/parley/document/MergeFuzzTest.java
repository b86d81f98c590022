package io.parley.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** What holds of every merge, where a fuzzer that sees the branches makes the choices instead of chance. */
class MergeFuzzTest {

    private static final int CHOICES = 400;

    @FuzzTest(maxDuration = "30m")
    void mergesAndDifferencesHoldTogether(FuzzedDataProvider data) {
        Element document = composed(data, Composer.Purpose.DOCUMENT);
        Element changes = composed(data, Composer.Purpose.CHANGES);
        Element merged = Merge.update(document, changes);
        Element again = Merge.update(document, changes);

        assertThat(again).isEqualTo(merged);
        assertThat(Diff.between(document, Diff.apply(document, Diff.between(document, merged))))
                .isEqualTo(Diff.between(document, merged));
        assertThat(Diff.between(Diff.apply(document, Diff.between(document, merged)), merged))
                .isEmpty();
        Validation.ofDocument(merged);
    }

    private static Element composed(FuzzedDataProvider data, Composer.Purpose purpose) {
        Choices choices = new Choices(bound -> data.consumeInt(0, bound - 1), Math.min(CHOICES, data.remainingBytes()));
        return new Composer(choices, purpose).element(Schema.CONFERENCE_INFO);
    }
}
