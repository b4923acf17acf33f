package io.github.harmcheck.gate;

/** A name, or several by {@code *}, which stands for any characters. Not a regular expression: names hold dots. */
record NamePattern(String pattern) {

    boolean matches(String name) {
        int next = 0;
        int at = 0;
        int star = -1;
        int resume = 0;
        while (at < name.length()) {
            if (next < pattern.length() && pattern.charAt(next) == '*') {
                star = next++;
                resume = at;
            } else if (next < pattern.length() && pattern.charAt(next) == name.charAt(at)) {
                next++;
                at++;
            } else if (star >= 0) {
                next = star + 1;
                at = ++resume;
            } else {
                return false;
            }
        }
        return pattern.chars().skip(next).allMatch(c -> c == '*');
    }

    /** Returns whether the pattern matches the binary name of a class, or the part of it after the package. */
    boolean matchesClass(String binaryName) {
        return matches(binaryName) || matches(binaryName.substring(binaryName.lastIndexOf('.') + 1));
    }
}
