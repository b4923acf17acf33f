package io.github.harmcheck.examples.pharmacy;

import dev.langchain4j.service.MemoryId;
import dev.langchain4j.service.Result;
import dev.langchain4j.service.SystemMessage;
import dev.langchain4j.service.UserMessage;

/** Answers customers of an online pharmacy, each in a conversation of their own. */
public interface PharmacyAssistant {

    /** Answers one message of one customer. */
    @SystemMessage(fromResource = "/io/github/harmcheck/examples/pharmacy/system-message.txt")
    Result<String> chat(@MemoryId String customer, @UserMessage String message);
}
