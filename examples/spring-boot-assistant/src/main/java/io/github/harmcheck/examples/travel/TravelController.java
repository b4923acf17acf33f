package io.github.harmcheck.examples.travel;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The assistant as the browser sees it: {@code POST /chat}. */
@RestController
class TravelController {
    private final TravelAssistant assistant;

    TravelController(TravelAssistant assistant) {
        this.assistant = assistant;
    }

    record Question(String question) {}

    record Answer(String answer) {}

    @PostMapping("/chat")
    Answer chat(@RequestBody Question question) {
        return new Answer(assistant.answer(question.question()));
    }
}
