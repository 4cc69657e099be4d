package io.weir.engine.payload;

/**
 * Where a walk stands.
 *
 * @param address of the value
 * @param key nearest member name above
 * @param depth maps and lists above
 * @param openings opened texts above
 */
record Place(String address, String key, int depth, int openings) {

    /** Something at the top of a payload. */
    static Place root(String address, String key) {
        return new Place(address, key, 0, 0);
    }

    Place member(String name, int position) {
        return new Place(Address.member(address, name, position), name, depth + 1, openings);
    }

    Place element(int index) {
        return new Place(Address.element(address, index), key, depth + 1, openings);
    }

    /** The inside of the text that stands here. */
    Place opened(String mark) {
        return new Place(address + mark, key, depth, openings + 1);
    }

    /** The inside of one of several things in the text that stands here. */
    Place opened(String mark, int index) {
        return opened(mark + "/" + index);
    }

    /** The same text, seen in another way. It opens nothing, so it costs no opening. */
    Place seen(String mark, int index) {
        return new Place(address + mark + "/" + index, key, depth, openings);
    }

    /** The name of what stands here. */
    Place asName() {
        return new Place(address + Address.KEY_MARK, "", depth, openings);
    }

    Place at(String newAddress) {
        return new Place(newAddress, key, depth, openings);
    }

    Place named(String newKey) {
        return new Place(address, newKey, depth, openings);
    }
}
