package io.weir.engine.fingerprint;

/**
 * How text is fingerprinted.
 *
 * @param shingleLength k: nothing shorter than this many letters and digits ever matches
 * @param windowLength w: any copied run of w + k - 1 letters and digits is found
 */
public record WinnowingScheme(int shingleLength, int windowLength) {

    /** k 12, w 9: runs of 20 letters and digits are found, one print per 5 characters. */
    public static final WinnowingScheme STANDARD = new WinnowingScheme(12, 9);

    /** The shortest run that is surely found, in letters and digits. */
    public int guaranteedLength() {
        return shingleLength + windowLength - 1;
    }

    /** The scheme's name on the wire. */
    public String wireName() {
        return "weir2-k" + shingleLength + "-w" + windowLength;
    }
}
