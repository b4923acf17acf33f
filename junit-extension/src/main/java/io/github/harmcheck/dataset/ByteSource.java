package io.github.harmcheck.dataset;

import java.io.IOException;
import java.io.InputStream;

/** Where the bytes of a dataset come from; can be opened again and again. */
interface ByteSource {

    /** Returns how messages name it; already safe to print. */
    String label();

    /** Returns the last part of its name, with the file type. */
    String fileName();

    /** Opens it from the start. The caller closes the stream. */
    InputStream open() throws IOException;
}
