package io.github.harmcheck.judge;

/** Finds the hosts of web addresses in a text, whatever stands around them: Markdown, HTML or nothing. */
final class WebAddresses {
    private static final String AFTER_SCHEME = "//";

    private WebAddresses() {}

    /**
     * Returns whether an address in a text leads to a host or a subdomain of it. An address begins with {@code //}, with
     * or without a scheme, as a browser takes it. Linear in the text.
     *
     * @param text in lower case
     * @param host in lower case
     */
    static boolean leadTo(String text, String host) {
        for (int i = text.indexOf(AFTER_SCHEME); i >= 0; i = text.indexOf(AFTER_SCHEME, i + 1)) {
            int from = i + AFTER_SCHEME.length();
            int to = from;
            while (to < text.length() && isOfAuthority(text.charAt(to))) {
                to++;
            }
            if (isHost(text.substring(from, to), host)) {
                return true;
            }
        }
        return false;
    }

    /** Takes user and port away: {@code user@host:8080} leads to the host. */
    private static boolean isHost(String authority, String host) {
        String name = authority.substring(authority.lastIndexOf('@') + 1);
        int port = name.indexOf(':');
        String bare = port < 0 ? name : name.substring(0, port);
        while (bare.endsWith(".")) {
            bare = bare.substring(0, bare.length() - 1);
        }
        return bare.equals(host) || bare.endsWith("." + host);
    }

    private static boolean isOfAuthority(char c) {
        return Character.isLetterOrDigit(c) || "-._@:%~".indexOf(c) >= 0;
    }
}
