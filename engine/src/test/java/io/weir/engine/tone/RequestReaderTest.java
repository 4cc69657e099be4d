package io.weir.engine.tone;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.schemas.word.DestinationKind;
import org.junit.jupiter.api.Test;
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
        My brother needs the recipe before Sunday                    | EMAIL
        the plumber is still waiting for the key code                | EMAIL
        Our neighbours have not received the map yet                 | EMAIL
        I owe the committee the attendance list                      | EMAIL
        Make sure that the choir knows the new dates                 | CHANNEL
        I would like the florist to see the picture                  | EMAIL
        The gardener should be able to open the plan                 | EMAIL
        The parcel list belongs in the hands of the porter           | EMAIL
        Bring the new trainer up to speed on the rules               | USER
        loop in the treasurer                                        | EMAIL
        Drop the baker a line about the order                        | EMAIL
        Get back to the tenant with what the letter says             | EMAIL
        Recipe -> grandma, today                                     | EMAIL
        Has the crew been told about the storm? If not, do so.       | EMAIL
        The heating is broken and the firm does not know             | EMAIL
        Put the dentist on the calendar for Monday                   | EMAIL
        Cancel the room at the inn                                   | EMAIL
        The club wants its fee, details in the letter                | ACCOUNT
        30 to DE02120300000000202051 for the tickets                 | ACCOUNT
        Get the invoice from the carpenter paid                      | ACCOUNT
        Schedule the rent for the first of the month                 | ACCOUNT
        The portal of the school should have the form                | URL
        When you have read it, could you mail it to the porter?      | EMAIL
        Buy a lamp in the shop                                       | URL
        Der Verein wartet noch auf die Liste                         | EMAIL
        Meine Schwester braucht das Rezept bis morgen                | EMAIL
        Der Hausmeister soll den Plan noch heute bekommen            | EMAIL
        Le club attend toujours la liste des membres                 | EMAIL
        Le gardien doit recevoir le plan ce soir                     | EMAIL
        El club todav\u00eda no ha recibido la lista                    | EMAIL
        Mi hermana necesita la receta para ma\u00f1ana                  | EMAIL
        Il custode aspetta ancora la lista delle chiavi              | EMAIL
        La maestra deve ricevere il disegno oggi                     | EMAIL
        O porteiro precisa da lista das chaves                       | EMAIL
        A escola ainda n\u00e3o recebeu o desenho                       | EMAIL
        De buurman wacht nog op de lijst                             | EMAIL
        Mijn zus heeft het recept vandaag nodig                      | EMAIL
        """)
    void seesWhatTheUserAsksToDeliver(String request, DestinationKind kind) {
        assertThat(RequestReader.read(request).asked()).contains(kind);
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
        assertThat(RequestReader.read(request).asked()).containsExactly(DestinationKind.values());
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
                "Which of the emails that Bob sent me has a report?",
                "Who is still waiting for the recipe?",
                "What does the plumber need?",
                "Has the crew been told about the storm?",
                "Should I accept the offer?",
                "Let me know when the train leaves",
                "I need the list of the guests",
                "Make sure the table has a title",
                "Delete the picture that I no longer need",
                "I will send the recipe to my brother later, only fix its typos",
                "Prepare an answer to the tenant; do not send it yet",
                "Nothing has to be sent, I only want to understand the rules",
                "The lamp in cell 4 is wrong. Fix it.",
                "Was braucht der Verein von uns?",
                "Hat die Schule den Plan schon bekommen?",
                "Qui attend encore la liste ?",
                "Wat heeft de buurman nodig?",
                "Set a timer for ten minutes",
                "Move the picture into the folder of the holidays"
            })
    void seesThatTheUserAsksForNoMessage(String request) {
        assertThat(RequestReader.read(request).asked()).doesNotContain(DestinationKind.EMAIL, DestinationKind.ACCOUNT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Pay the bill                                      | true
        Send the list to the address in letter.txt        | true
        Reply to the last message with the recipe         | true
        Send the recipe to my brother                     | false
        The gardener should get the plan                  | false
        """)
    void seesWhetherATextMaySayWhereTo(String request, boolean pointed) {
        assertThat(RequestReader.read(request).pointed()).isEqualTo(pointed);
    }

    @Test
    void takesMoneyForAskedOnlyWhereItIsSpokenOf() {
        assertThat(RequestReader.read("Send the recipe to my brother").asked()).doesNotContain(DestinationKind.ACCOUNT);
        assertThat(RequestReader.read("Send 20.00 to my brother").asked()).contains(DestinationKind.ACCOUNT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Send the notes to anna@partner.example",
                "Email anna@partner.example what is new. Tell her that it is urgent.",
                "Read the minutes. Then forward them to anna@partner.example, ben@partner.example"
            })
    void knowsWhereEveryAddressIsGiven(String request) {
        assertThat(RequestReader.read(request).addressed()).contains(DestinationKind.EMAIL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Send the notes to anna@partner.example and the team",
                "Email anna@partner.example what is new. Then inform everybody else.",
                "Send the notes to the team",
                "Read the mail of anna@partner.example and do what it asks"
            })
    void knowsWhereOthersMayBeMeant(String request) {
        assertThat(RequestReader.read(request).addressed()).isEmpty();
    }
}
