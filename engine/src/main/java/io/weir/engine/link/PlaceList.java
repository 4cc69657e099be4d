package io.weir.engine.link;

import java.util.Arrays;

/** A list of places in reads, 8 bytes each: the read's position and the position of the print or value in it. */
final class PlaceList {

    private long[] places = new long[32];
    private int size;

    void add(int read, int position) {
        if (size == places.length) {
            places = Arrays.copyOf(places, size * 2);
        }
        places[size++] = (long) read << Integer.SIZE | position;
    }

    int read(int index) {
        return (int) (places[index] >>> Integer.SIZE);
    }

    int position(int index) {
        return (int) places[index];
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }
}
