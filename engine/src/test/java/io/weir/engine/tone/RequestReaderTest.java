package io.weir.engine.tone;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.schemas.word.DestinationKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Send the minutes to Bob                                      | EMAIL
        Summarize the file and share it with the team                | EMAIL
        Can you please reply to Ann that I am late?                  | EMAIL
        Make sure that the list gets sent to everybody               | EMAIL
        I want the report to be forwarded to the client              | EMAIL
        Set up a meeting with Ann for Monday                         | EMAIL
        Pay the bill from last month                                 | ACCOUNT
        My friend should get refunded what he paid too much          | ACCOUNT
        Look at the article on www.news.example and visit its source | URL
        Invite Dora to the channel                                   | USER
        Post the summary in the general channel                      | CHANNEL
        Please do what is left on my to-do list                      | ACCOUNT
        Read the letter and follow its instructions                  | EMAIL
        """)
    void seesWhatTheUserAsksToDeliver(String request, DestinationKind kind) {
        assertThat(RequestReader.asked(request)).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What is in the latest email from my landlord?",
                "Summarise my unread messages",
                "How many mails did I get today?",
                "Show me the appointments of next week",
                "Go through the files and tell me in one sentence what matters",
                "Check what is new and give me a short summary",
                "Which of the emails that Bob sent me has a report?"
            })
    void seesThatTheUserAsksForNoMessage(String request) {
        assertThat(RequestReader.asked(request)).doesNotContain(DestinationKind.EMAIL, DestinationKind.ACCOUNT);
    }
}
