package io.github.harmcheck.campaign;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How many trials talk to one endpoint at a time, counted once per JVM, so that test classes running in parallel do not
 * add up. Each campaign brings its own limit and waits until fewer than that are under way, whoever started them.
 */
final class EndpointLimit {
    private static final Map<String, EndpointLimit> BY_ENDPOINT = new ConcurrentHashMap<>();

    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition released = lock.newCondition();
    private int busy;

    static EndpointLimit of(String endpoint) {
        return BY_ENDPOINT.computeIfAbsent(endpoint, name -> new EndpointLimit());
    }

    void acquire(int limit) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (busy >= limit) {
                released.await();
            }
            busy++;
        } finally {
            lock.unlock();
        }
    }

    void release() {
        lock.lock();
        try {
            busy--;
            released.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
