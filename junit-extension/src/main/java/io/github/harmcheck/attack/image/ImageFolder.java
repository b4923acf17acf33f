package io.github.harmcheck.attack.image;

import io.github.harmcheck.attack.AttackConfigurationException;
import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.core.Image;
import io.github.harmcheck.internal.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The images that behaviors name. A name comes from a dataset: it is that of a file in this folder and leads nowhere
 * else, and what the file holds must be an image, so that no other file is sent to a model.
 *
 * @param option that names the folder, for messages
 */
record ImageFolder(String option, Path folder) {
    private static final String TAG = "image:";
    private static final int MOST_BYTES = 20_000_000;
    private static final int HEAD = 12;

    /**
     * Returns the folder that an option names.
     *
     * @throws AttackConfigurationException where it is none
     */
    static ImageFolder of(String option, String value) {
        try {
            Path folder = Path.of(value.strip()).toAbsolutePath().normalize();
            if (Files.isDirectory(folder)) {
                return new ImageFolder(option, folder);
            }
            throw new AttackConfigurationException(option + " = " + Texts.quoted(value, 200)
                    + ": there is no such folder; the absolute path is " + Texts.oneLine(folder.toString(), 300));
        } catch (InvalidPathException e) {
            throw new AttackConfigurationException(
                    option + " = " + Texts.quoted(value, 200) + ": this is not a path. Give the path of a folder", e);
        }
    }

    /** Returns the name of the image that a behavior is about. */
    static Optional<String> name(Behavior behavior) {
        return behavior.tags().stream()
                .filter(tag -> tag.startsWith(TAG))
                .map(tag -> tag.substring(TAG.length()).strip())
                .filter(name -> !name.isEmpty())
                .findFirst();
    }

    /**
     * Checks that the image of a behavior is there; reads no more than its beginning.
     *
     * @throws AttackConfigurationException where it is not; names file and behavior
     */
    void check(Behavior behavior) {
        Path file = file(behavior);
        try (InputStream in = Files.newInputStream(file)) {
            mimeType(behavior, in.readNBytes(HEAD));
        } catch (IOException e) {
            throw unreadable(behavior, e);
        }
    }

    /**
     * Reads the image of a behavior.
     *
     * @throws AttackConfigurationException where it cannot be read; names file and behavior
     */
    Image image(Behavior behavior) {
        try {
            byte[] bytes = Files.readAllBytes(file(behavior));
            return Image.of(mimeType(behavior, bytes), bytes);
        } catch (IOException e) {
            throw unreadable(behavior, e);
        }
    }

    private Path file(Behavior behavior) {
        String name = name(behavior).orElseThrow(() -> wrong(behavior, "it names no image"));
        Path file;
        try {
            file = folder.resolve(name);
        } catch (InvalidPathException e) {
            throw wrong(behavior, "this cannot be the name of a file");
        }
        boolean inside = folder.equals(file.getParent()) && file.equals(file.normalize());
        if (!inside || name.indexOf('\\') >= 0) {
            throw wrong(behavior, "this is not the plain name of a file in the folder");
        }
        try {
            if (!Files.isRegularFile(file)) {
                throw wrong(behavior, "there is no such file in the folder");
            }
            if (Files.size(file) > MOST_BYTES) {
                throw wrong(behavior, "the file has more than " + MOST_BYTES / 1_000_000 + " MB");
            }
        } catch (IOException e) {
            throw unreadable(behavior, e);
        }
        return file;
    }

    /** What a file is stands in its first bytes; its name may say anything. */
    private String mimeType(Behavior behavior, byte[] bytes) {
        String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
        if (head.startsWith("\u0089PNG\r\n\u001A\n")) {
            return "image/png";
        }
        if (head.startsWith("\u00FF\u00D8\u00FF")) {
            return "image/jpeg";
        }
        if (head.startsWith("GIF8")) {
            return "image/gif";
        }
        if (head.startsWith("RIFF") && head.endsWith("WEBP")) {
            return "image/webp";
        }
        throw wrong(behavior, "the file is no PNG, JPEG, GIF or WebP image");
    }

    private AttackConfigurationException unreadable(Behavior behavior, IOException cause) {
        return new AttackConfigurationException(message(behavior, "the file cannot be read"), cause);
    }

    private AttackConfigurationException wrong(Behavior behavior, String what) {
        return new AttackConfigurationException(message(behavior, what));
    }

    private String message(Behavior behavior, String what) {
        return "the image " + Texts.quoted(name(behavior).orElse(""), 200) + " of the behavior "
                + Texts.oneLine(behavior.id(), 120) + ": " + what + " (" + option + " = "
                + Texts.quoted(folder.toString(), 300) + ")";
    }
}
