package io.parley.codec.ical;

import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/** Several ascending sequences as one, without the repetitions. */
final class Merged<T> implements Iterator<T> {

    private final Comparator<T> order;
    private final PriorityQueue<Head<T>> heads;
    private int added;

    private record Head<T>(T first, int rank, Iterator<T> rest) {}

    Merged(Comparator<T> order) {
        this.order = order;
        this.heads = new PriorityQueue<>(
                Comparator.<Head<T>, T>comparing(Head::first, order).thenComparing(Head::rank));
    }

    /** Adds a sequence; where several have the same, the one that was added first gives it. */
    void add(Iterator<T> sequence) {
        push(sequence, added++);
    }

    private void push(Iterator<T> sequence, int rank) {
        if (sequence.hasNext()) {
            heads.add(new Head<>(sequence.next(), rank, sequence));
        }
    }

    @Override
    public boolean hasNext() {
        return !heads.isEmpty();
    }

    @Override
    public T next() {
        Head<T> head = heads.poll();
        if (head == null) {
            throw new NoSuchElementException();
        }
        push(head.rest(), head.rank());
        for (Head<T> same = heads.peek();
                same != null && order.compare(same.first(), head.first()) == 0;
                same = heads.peek()) {
            heads.remove(same);
            push(same.rest(), same.rank());
        }
        return head.first();
    }
}
