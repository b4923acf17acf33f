package io.github.harmcheck.examples.travel;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Starts the travel assistant. */
@SpringBootApplication
public class TravelApplication {

    /** Starts the app. */
    public static void main(String[] arguments) {
        SpringApplication.run(TravelApplication.class, arguments);
    }

    @Bean
    LanguageModel languageModel() {
        return new StandInModel();
    }
}
