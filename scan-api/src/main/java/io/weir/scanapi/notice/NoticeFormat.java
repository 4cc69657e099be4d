package io.weir.scanapi.notice;

import io.weir.platform.json.Json;

/** As what notices are posted. */
public enum NoticeFormat {
    /** As they are, signed. */
    STANDARD,
    /** As messages for an incoming webhook of Slack. */
    SLACK;

    /** The body of a post. */
    String body(Notice notice) {
        return Json.text(this == STANDARD ? notice : SlackMessage.of(notice));
    }
}
