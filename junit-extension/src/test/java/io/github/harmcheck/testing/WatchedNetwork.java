package io.github.harmcheck.testing;

import java.security.Permission;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Hears of every address that this JVM connects or sends to, and of every name that it looks up, whether through sockets
 * or channels, and refuses all that is not allowed. For a JVM of its own, up to Java 23.
 */
@SuppressWarnings("removal") // nothing else in the JDK sees all of them
public final class WatchedNetwork extends SecurityManager {
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final Set<String> allowed;

    private WatchedNetwork(Set<String> allowed) {
        this.allowed = Set.copyOf(allowed);
    }

    /**
     * Begins to watch this JVM.
     *
     * @param allowed addresses such as {@code 127.0.0.1:80}
     */
    public static WatchedNetwork begin(Set<String> allowed) {
        WatchedNetwork network = new WatchedNetwork(allowed);
        System.setSecurityManager(network);
        return network;
    }

    /** Returns what was asked for; a name that was looked up has the port -1. */
    public Set<String> asked() {
        return new TreeSet<>(asked);
    }

    @Override
    public void checkConnect(String host, int port) {
        if (port == -1 && host.matches("[0-9.]+|[0-9a-fA-F:%]*:[0-9a-fA-F:.%]*")) {
            return; // the JDK asks so whether a socket may tell its own address
        }
        String address = host + ':' + port;
        asked.add(address);
        if (!allowed.contains(address)) {
            throw new SecurityException("no connection to " + address);
        }
    }

    @Override
    public void checkConnect(String host, int port, Object context) {
        checkConnect(host, port);
    }

    @Override
    public void checkPermission(Permission permission) {}

    @Override
    public void checkPermission(Permission permission, Object context) {}
}
