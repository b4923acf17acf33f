package io.github.harmcheck.report.templates;

import io.github.harmcheck.internal.ResourceTexts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The page's own style sheet and script. Both stand in the page; the content security policy names their hashes, so
 * nothing else, wherever it came from, can style or run.
 *
 * @param style the style sheet
 * @param script the script
 * @param policy the content security policy that allows exactly these two
 */
record Assets(String style, String script, String policy) {

    static final Assets LOADED = load();

    private static Assets load() {
        String style = read("report.css");
        String script = read("report.js");
        String policy = "default-src 'none'; img-src data:; style-src " + source(style) + "; script-src "
                + source(script) + "; base-uri 'none'; form-action 'none'";
        return new Assets(style, script, policy);
    }

    private static String read(String name) {
        // Browsers hash what they parsed, and the parser turns CR LF into LF.
        return ResourceTexts.read(Assets.class, name).replace("\r\n", "\n");
    }

    private static String source(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
