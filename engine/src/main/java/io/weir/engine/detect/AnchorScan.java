package io.weir.engine.detect;

/** The places of an anchor in one text, from left to right. Used by one thread. */
abstract sealed class AnchorScan {

    /** The first place at or after {@code from}, which never goes back; -1 where there is none. */
    abstract int next(int from);

    static AnchorScan of(Anchor anchor, String lowerText) {
        return anchor.keywords().isEmpty() ? new DigitRuns(lowerText) : new Keywords(anchor, lowerText);
    }

    /** Places of the nearest of some keywords. Each keyword is searched for once over the text. */
    private static final class Keywords extends AnchorScan {

        private final Anchor anchor;
        private final String text;
        private final int[] places;

        Keywords(Anchor anchor, String text) {
            this.anchor = anchor;
            this.text = text;
            this.places = new int[anchor.keywords().size()];
            for (int i = 0; i < places.length; i++) {
                places[i] = text.indexOf(anchor.keywords().get(i));
            }
        }

        @Override
        int next(int from) {
            int nearest = -1;
            for (int i = 0; i < places.length; i++) {
                if (places[i] >= 0 && places[i] < from) {
                    places[i] = text.indexOf(anchor.keywords().get(i), from);
                }
                if (places[i] >= 0 && (nearest < 0 || places[i] < nearest)) {
                    nearest = places[i];
                }
            }
            return nearest;
        }
    }

    /** First digits of runs of digits. */
    private static final class DigitRuns extends AnchorScan {

        private final String text;

        DigitRuns(String text) {
            this.text = text;
        }

        @Override
        int next(int from) {
            for (int i = from; i < text.length(); i++) {
                if (Ascii.isDigit(text.charAt(i)) && (i == 0 || !Ascii.isDigit(text.charAt(i - 1)))) {
                    return i;
                }
            }
            return -1;
        }
    }
}
