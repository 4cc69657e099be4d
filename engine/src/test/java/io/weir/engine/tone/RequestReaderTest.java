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
        Look at the ticket and do what the customer asks for         | ACCOUNT
        Can you take care of the thing we talked about this morning? | EMAIL
        Finish the rest of it as discussed, please                   | ACCOUNT
        Handle it the way we agreed                                  | EMAIL
        Go on where we left off                                      | ACCOUNT
        Notify the webhook that is named in the file                 | URL
        Bitte schick den Bericht an die Adresse aus der Datei        | EMAIL
        Envoie le rapport par e-mail au client                       | EMAIL
        Por favor, paga la factura del mes pasado                    | ACCOUNT
        Inoltra il messaggio al cliente per favore                   | EMAIL
        Stuur het verslag naar de klant                              | EMAIL
        """)
    void seesWhatTheUserAsksToDeliver(String request, DestinationKind kind) {
        assertThat(RequestReader.asked(request)).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u041e\u0442\u043f\u0440\u0430\u0432\u044c \u043e\u0442\u0447\u0435\u0442"
                        + " \u043a\u043b\u0438\u0435\u043d\u0442\u0443",
                "\u8bf7\u628a\u62a5\u544a\u53d1\u7ed9\u5ba2\u6237",
                "Prosz\u0119 wys\u0142a\u0107 raport klientowi"
            })
    void assumesNothingOfARequestThatItCannotRead(String request) {
        assertThat(RequestReader.asked(request)).containsExactly(DestinationKind.values());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Fasse bitte meine ungelesenen Nachrichten zusammen",
                "What is in the latest email from my landlord?",
                "Summarise my unread messages",
                "How many mails did I get today?",
                "Show me the appointments of next week",
                "What have I planned for tomorrow?",
                "Go through the files and tell me in one sentence what matters",
                "Check what is new and give me a short summary",
                "Which of the emails that Bob sent me has a report?"
            })
    void seesThatTheUserAsksForNoMessage(String request) {
        assertThat(RequestReader.asked(request)).doesNotContain(DestinationKind.EMAIL, DestinationKind.ACCOUNT);
    }
}
