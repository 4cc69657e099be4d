package io.weir.edge.mcp.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoldingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "send_mail",
                "Send_Mail",
                "SEND_MAIL",
                "ѕend_mail",
                "send_mаil",
                "send\u200B_mail",
                "ｓend_mail",
                "send_mail\u00AD",
                "send_mai\u2113",
                "ſend_mail",
                "send_ma\u0456l"
            })
    void foldsTwinsTogether(String twin) {
        assertThat(Folding.of(twin)).isEqualTo("send_mail");
    }

    @ParameterizedTest
    @ValueSource(strings = {"send_mails", "sendmail", "send-mail", "sent_mail"})
    void keepsOtherNamesApart(String other) {
        assertThat(Folding.of(other)).isNotEqualTo("send_mail");
    }
}
