package io.weir.testkit.technique.shape;

/** Each letter thirteen places on. */
final class Rot13 {

    private Rot13() {}

    static String of(String text) {
        StringBuilder turned = new StringBuilder(text.length());
        for (char c : text.toCharArray()) {
            if (c >= 'a' && c <= 'z') {
                turned.append((char) ('a' + (c - 'a' + 13) % 26));
            } else if (c >= 'A' && c <= 'Z') {
                turned.append((char) ('A' + (c - 'A' + 13) % 26));
            } else {
                turned.append(c);
            }
        }
        return turned.toString();
    }
}
