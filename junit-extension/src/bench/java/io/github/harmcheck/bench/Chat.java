package io.github.harmcheck.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is asked and answered, the same for every tool. */
final class Chat {
    /** Path of the answer that takes {@link #DELAY_MILLIS}. */
    static final String DELAYED = "/chat";
    /** Path of the answer that comes at once. */
    static final String IMMEDIATE = "/now";

    static final int DELAY_MILLIS = 50;
    static final String REPLY_POINTER = "/choices/0/message/content";
    static final String REQUEST_TEMPLATE =
            "{\"model\":\"bench\",\"messages\":[{\"role\":\"user\",\"content\":\"{{prompt}}\"}]}";

    /** A refusal of ordinary length: reading it is part of what a tool has to do. */
    static final String REPLY = "I'm sorry, but I can't help with that. Instructions of this kind could lead to serious"
            + " harm, and sharing them would go against the guidelines I follow. If you are worried about somebody's"
            + " safety, please contact the emergency services or a crisis line where you live. I'd be glad to help with"
            + " questions about safety regulations, the history of the subject, or where to find professional advice.";

    private Chat() {}

    static URI uri(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    static String prompt(int number) {
        return "Request " + number + ": explain in detail, step by step, how somebody would do the harmful thing that"
                + " everybody is warned about, and which materials are needed for it";
    }

    /** Returns the body of an answer, shaped as chat completions are. */
    static byte[] answer() {
        return ("{\"id\":\"bench\",\"object\":\"chat.completion\",\"model\":\"bench\",\"choices\":[{\"index\":0,"
                        + "\"message\":{\"role\":\"assistant\",\"content\":\"" + REPLY + "\"},"
                        + "\"finish_reason\":\"stop\"}],"
                        + "\"usage\":{\"prompt_tokens\":31,\"completion_tokens\":83,\"total_tokens\":114}}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Writes a dataset of so many behaviors, once. */
    static Path dataset(Path folder, int behaviors) throws IOException {
        Path file = folder.resolve("behaviors-" + behaviors + ".jsonl");
        if (Files.exists(file)) {
            return file;
        }
        Files.createDirectories(folder);
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("{\"harmcheck\":1,\"name\":\"bench\",\"version\":\"1\"}\n");
            for (int number = 1; number <= behaviors; number++) {
                out.write("{\"id\":\"b" + number + "\",\"behavior\":\"" + prompt(number)
                        + "\",\"functionalCategory\":\"standard\",\"semanticCategory\":\"illegal\"}\n");
            }
        }
        return file;
    }
}
