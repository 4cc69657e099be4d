package io.weir.engine.link;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The elements of a list that are wanted. Mostly all are, and then it is the list itself. */
final class Selection {

    private Selection() {}

    /** The elements that are wanted, in their order; the list must not be changed afterwards. */
    static <T> List<T> of(List<T> all, Predicate<? super T> wanted) {
        for (int i = 0; i < all.size(); i++) {
            if (!wanted.test(all.get(i))) {
                return behind(all, i, wanted);
            }
        }
        return all;
    }

    private static <T> List<T> behind(List<T> all, int firstUnwanted, Predicate<? super T> wanted) {
        List<T> selected = new ArrayList<>(all.subList(0, firstUnwanted));
        for (int i = firstUnwanted + 1; i < all.size(); i++) {
            if (wanted.test(all.get(i))) {
                selected.add(all.get(i));
            }
        }
        return selected;
    }
}
