package io.github.harmcheck.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Threads and open files that were not there before. */
public final class Leftovers {
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    /** Threads of JVM and test servers, which come and go with neither campaign nor target. */
    private static final List<String> OTHERS = List.of(
            "Common-Cleaner",
            "CompletableFutureDelayScheduler",
            "ForkJoinPool",
            "VirtualThread-",
            "process reaper",
            "loopback-server",
            "HTTP-Dispatcher",
            "junit-",
            "surefire-",
            "Attach Listener",
            "idle-connection");

    private final Set<Thread> threads = Thread.getAllStackTraces().keySet();
    private final Set<String> files;

    private Leftovers() {
        this.files = openFiles();
    }

    /** Remembers what is there now. */
    public static Leftovers since() {
        return new Leftovers();
    }

    /** Waits until nothing is left, at most 20 s, and returns the names of what is. */
    public List<String> settled() throws InterruptedException {
        List<String> left = now();
        for (int i = 0; i < 200 && !left.isEmpty(); i++) {
            Thread.sleep(100);
            left = now();
        }
        return left;
    }

    /** Returns what is left, collecting what nobody holds first. */
    public List<String> collected() throws InterruptedException {
        List<String> left = now();
        for (int i = 0; i < 100 && !left.isEmpty(); i++) {
            System.gc();
            Thread.sleep(200);
            left = now();
        }
        return left;
    }

    /** Returns what is there now and was not. */
    public List<String> now() {
        List<String> left = new ArrayList<>();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            String name = thread.getName();
            if (thread.isAlive() && !threads.contains(thread) && OTHERS.stream().noneMatch(name::startsWith)) {
                left.add("thread " + name);
            }
        }
        openFiles().stream().filter(file -> !files.contains(file)).forEach(file -> left.add("file " + file));
        return left;
    }

    /** Returns targets of the links in /proc/self/fd; empty where there is no such folder. */
    private static Set<String> openFiles() {
        Set<String> open = new HashSet<>();
        if (!Files.isDirectory(OPEN_FILES)) {
            return open;
        }
        try (Stream<Path> links = Files.list(OPEN_FILES)) {
            for (Path link : links.toList()) {
                try {
                    String target = Files.readSymbolicLink(link).toString();
                    boolean code = target.endsWith(".jar") || target.endsWith("/modules");
                    if (!code && !target.startsWith("/proc/") && !target.startsWith("/dev/")) {
                        open.add(target.startsWith("anon_inode") ? link.getFileName() + " " + target : target);
                    }
                } catch (NoSuchFileException e) {
                    continue; // closed since the folder was listed
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return open;
    }
}
