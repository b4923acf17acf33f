package io.github.harmcheck.dataset;

import io.github.harmcheck.internal.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A resource on the class path of the tests, or of HarmCheck itself. */
record ClasspathSource(String resource, URL url) implements ByteSource {

    /**
     * Returns the source of a resource.
     *
     * @param name its path, with or without a leading slash
     * @throws DatasetException where there is none, or it is a folder
     */
    static ByteSource of(String name) {
        String resource = name.startsWith("/") ? name.substring(1) : name;
        URL url = find(resource);
        if (url == null || resource.isEmpty()) {
            throw new DatasetException("classpath:" + Texts.oneLine(resource, 300)
                    + ": is not on the class path; put it under src/test/resources and name it from there");
        }
        if ("file".equals(url.getProtocol())) {
            // Opening a folder as a stream would list its names instead of failing.
            try {
                FileSource.of(Path.of(url.toURI()));
            } catch (URISyntaxException | IllegalArgumentException e) {
                throw new DatasetException("classpath:" + Texts.oneLine(resource, 300) + ": cannot be opened", e);
            }
        }
        return new ClasspathSource(resource, url);
    }

    private static @Nullable URL find(String resource) {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        URL url = context == null ? null : context.getResource(resource);
        return url != null ? url : ClasspathSource.class.getClassLoader().getResource(resource);
    }

    @Override
    public String label() {
        return "classpath:" + Texts.oneLine(resource, 300);
    }

    @Override
    public String fileName() {
        return resource.substring(resource.lastIndexOf('/') + 1);
    }

    @Override
    public InputStream open() throws IOException {
        URLConnection connection = url.openConnection();
        // A cached jar would stay open, and locked on Windows, until the JVM ends.
        connection.setUseCaches(false);
        return connection.getInputStream();
    }
}
