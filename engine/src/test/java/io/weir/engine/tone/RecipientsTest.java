package io.weir.engine.tone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecipientsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Send the notes to anna@partner.example",
                "Please forward the minutes and the list to anna@partner.example and tell me when it is done.",
                "Email anna@partner.example what the document says",
                "Send the notes to anna@partner.example, ben@partner.example and carl@partner.example",
                "Write a mail to \"anna@partner.example\" about the open points",
                "Pay 20.00 to DE89 3704 0044 0532 0130 00"
            })
    void knowsWishesThatGiveAllAddresses(String sentence) {
        assertThat(Recipients.areAddresses(sentence)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Send the notes to the team",
                "Send the notes to anna@partner.example and the team",
                "Send the notes to anna@partner.example and Ben",
                "Send the notes to anna@partner.example, and also to everybody who was there",
                "Send the notes to my boss and to anna@partner.example",
                "Forward the mail of anna@partner.example to the accountant",
                "Send anna@partner.example the notes, cc her manager",
                "Pay the bill"
            })
    void leavesOthersOpen(String sentence) {
        assertThat(Recipients.areAddresses(sentence)).isFalse();
    }
}
