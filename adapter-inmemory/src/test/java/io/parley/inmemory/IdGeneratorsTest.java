package io.parley.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.ports.contract.IdGeneratorContract;
import io.parley.ports.out.IdGenerator;
import java.math.BigInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class IdGeneratorsTest {

    @Nested
    class Random implements IdGeneratorContract {
        @Override
        public IdGenerator ids() {
            return new RandomIdGenerator();
        }

        @Test
        void aTokenHas26LettersAndDigitsInLowerCase() {
            for (int i = 0; i < 100; i++) {
                assertThat(ids().token()).matches("[a-z2-7]{26}");
            }
        }

        @Test
        void eachOfItsFirst128BitsIsSometimes0AndSometimes1() {
            IdGenerator ids = ids();
            BigInteger ones = BigInteger.ZERO;
            BigInteger zeros = BigInteger.ZERO;
            BigInteger all = BigInteger.TWO.pow(128).subtract(BigInteger.ONE);
            for (int i = 0; i < 200; i++) {
                BigInteger bits = decoded(ids.token());
                ones = ones.or(bits);
                zeros = zeros.or(bits.xor(all));
            }
            assertThat(ones).isEqualTo(all);
            assertThat(zeros).isEqualTo(all);
        }

        private static BigInteger decoded(String token) {
            BigInteger bits = BigInteger.ZERO;
            for (int i = 0; i < token.length(); i++) {
                int value = "abcdefghijklmnopqrstuvwxyz234567".indexOf(token.charAt(i));
                bits = bits.shiftLeft(5).or(BigInteger.valueOf(value));
            }
            return bits.shiftRight(2);
        }
    }

    @Nested
    class Scripted implements IdGeneratorContract {
        @Override
        public IdGenerator ids() {
            return new ScriptedIdGenerator();
        }

        @Test
        void tokensAndNumbersAreCounted() {
            IdGenerator ids = ids();
            assertThat(ids.token()).isEqualTo("c1");
            assertThat(ids.number()).isEqualTo(1);
            assertThat(ids.token()).isEqualTo("c2");
            assertThat(ids.number()).isEqualTo(2);
        }

        @Test
        void whatIsScriptedComesFirstAndCountingLeavesItOut() {
            IdGenerator ids = new ScriptedIdGenerator()
                    .tokens("8977794", "c1")
                    .tokens("c1")
                    .numbers(7, 7);
            assertThat(ids.token()).isEqualTo("8977794");
            assertThat(ids.token()).isEqualTo("c1");
            assertThat(ids.token()).isEqualTo("c1");
            assertThat(ids.token()).isEqualTo("c2");
            assertThat(ids.number()).isEqualTo(7);
            assertThat(ids.number()).isEqualTo(7);
            assertThat(ids.number()).isEqualTo(1);
        }

        @Test
        void onlyPositiveNumbersCanBeScripted() {
            assertThatThrownBy(() -> new ScriptedIdGenerator().numbers(1, 0)).hasMessageContaining("not 0");
        }
    }
}
