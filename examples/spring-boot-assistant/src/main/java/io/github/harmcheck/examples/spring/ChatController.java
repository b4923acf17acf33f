package io.github.harmcheck.examples.spring;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The service's HTTP endpoint. */
@RestController
class ChatController {
    private final SupportAssistant assistant;

    ChatController(SupportAssistant assistant) {
        this.assistant = assistant;
    }

    @PostMapping("/api/chat")
    Answer chat(@RequestBody Question question) {
        return new Answer(new Reply(assistant.answer(question.message())));
    }

    record Question(String message) {}

    record Answer(Reply reply) {}

    record Reply(String text) {}
}
