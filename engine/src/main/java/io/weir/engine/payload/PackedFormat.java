package io.weir.engine.payload;

/** Formats of packed bytes, by the signature that they begin with. */
enum PackedFormat {
    /** RFC 1952. */
    GZIP,
    /** RFC 1950. The signature is weak, so it claims nothing by itself. */
    ZLIB,
    /** APPNOTE.TXT of PKWARE, section 4.3.7. */
    ZIP,
    /** A format that is recognised and cannot be opened: bzip2, xz, zstd (RFC 8878), 7z, RAR. */
    CLOSED,
    NONE;

    private static final long[] CLOSED_SIGNATURES = {
        0x425A6800_00000000L, 0xFD377A58_5A000000L, 0x28B52FFD_00000000L, 0x377ABCAF_271C0000L, 0x52617221_1A070000L
    };
    private static final int[] CLOSED_LENGTHS = {3, 6, 4, 6, 6};

    /**
     * The format of bytes.
     *
     * @param first first eight bytes, the first of all in the highest place
     * @param count how many of them there are
     */
    static PackedFormat of(long first, int count) {
        if (count >= 4 && first >>> 40 == 0x1F8B08) {
            return GZIP;
        }
        if (count >= 4 && first >>> 32 == 0x504B0304) {
            return ZIP;
        }
        if (count >= 6 && isZlib((int) (first >>> 48))) {
            return ZLIB;
        }
        for (int i = 0; i < CLOSED_SIGNATURES.length; i++) {
            int shift = Long.SIZE - 8 * CLOSED_LENGTHS[i];
            if (count >= CLOSED_LENGTHS[i] && first >>> shift == CLOSED_SIGNATURES[i] >>> shift) {
                return CLOSED;
            }
        }
        return NONE;
    }

    /** The format of bytes. */
    static PackedFormat of(byte[] bytes) {
        long first = 0;
        int count = Math.min(Long.BYTES, bytes.length);
        for (int i = 0; i < count; i++) {
            first |= (bytes[i] & 0xFFL) << (Long.SIZE - 8 - 8 * i);
        }
        return of(first, count);
    }

    // The four headers that zlib itself writes: a window of 32 KB, four levels.
    private static boolean isZlib(int header) {
        return header == 0x7801 || header == 0x785E || header == 0x789C || header == 0x78DA;
    }
}
