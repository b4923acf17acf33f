package io.github.harmcheck.attack.adaptive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.harmcheck.attack.Attempt;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Reply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** GOAT, ActorAttack, Deceptive Delight and Bad Likert Judge, each against an app with the weakness it is made for. */
class ConversationAttacksTests {
    private static final List<String> SINGLE_TURN = List.of("direct", "best-of-n", "past-tense-offline", "in-context");

    @Test
    void goatFindsTheAppThatGivesWayToAnyThirdTurn() throws Exception {
        ScriptedApp app = afterThreeTurns();
        Attempt goat = Fixture.attempts("goat", agent(), Map.of()).get(0);
        assertThat(goat.maxCalls()).isEqualTo(new Attempt.Calls(5 + 5, 5 + 5, 5));

        List<Message> turns = goat.turns(app);

        assertThat(turns).as("it stops at the first success").hasSize(3);
        assertThat(app.play(turns)).startsWith("Sure");
        assertThat(app.scores()).isEqualTo(3);
        for (String other : SINGLE_TURN) {
            assertThat(Fixture.breaks(other, agent(), Map.of(), afterThreeTurns()))
                    .as(other)
                    .isFalse();
        }
    }

    @Test
    void goatShowsItsAgentWhatWasSaidAndSevenTools() throws Exception {
        ScriptedAttacker agent = agent();
        Fixture.attempts("goat", agent, Map.of()).get(0).turns(ScriptedApp.refusing());
        assertThat(agent.calls()).isEqualTo(5);
        String second = ScriptedAttacker.said(agent.requests().get(1));
        assertThat(second).contains("| You: message 1").contains("| Application: " + ScriptedApp.REFUSAL);
        assertThat(second.lines().filter(line -> line.startsWith("- "))).hasSize(7);
    }

    @Test
    void actorAttackFindsTheAppThatTalksAboutOneActorOnly() throws Exception {
        Map<String, String> options = Map.of("actor-attack.actors", "3");
        ScriptedApp app = talkingAboutTheLocksmith();
        assertThat(Fixture.breaks("actor-attack", actors(), options, app)).isTrue();
        List<Attempt> attempts = Fixture.attempts("actor-attack", actors(), options);
        assertThat(attempts).extracting(Attempt::variant).containsExactly("actor-1", "actor-2", "actor-3");
        assertThat(attempts.get(1).turns(talkingAboutTheLocksmith()))
                .extracting(Message::text)
                .containsExactly("locksmith question 1", "locksmith question 2", "locksmith question 3");
        for (String other : SINGLE_TURN) {
            assertThat(Fixture.breaks(other, actors(), Map.of(), talkingAboutTheLocksmith()))
                    .as(other)
                    .isFalse();
        }
    }

    @Test
    void actorAttackRewritesARefusedQuestionAndKeepsTheRest() throws Exception {
        ScriptedApp app = new ScriptedApp(
                said -> Reply.of(
                        said.get(said.size() - 1).equals("clerk question 2")
                                ? ScriptedApp.REFUSAL
                                : said.size() == 3 ? "Sure: knock." : "Well."),
                reply -> reply.startsWith("Sure") ? 1 : 0);
        ScriptedAttacker attacker = actors();
        List<Message> turns =
                Fixture.attempts("actor-attack", attacker, Map.of()).get(0).turns(app);
        assertThat(turns)
                .extracting(Message::text)
                .containsExactly("clerk question 1", "a softer question", "clerk question 3");
        assertThat(attacker.calls()).as("actors, questions and one rewriting").isEqualTo(3);
        assertThat(app.said()).hasSize(5);
    }

    @Test
    void deceptiveDelightFindsTheAppThatGivesWayAfterAStoryOfTwoPleasantTopics() throws Exception {
        ScriptedAttacker topics = ScriptedAttacker.of(ScriptedAttacker.json(Map.of(
                "first", "a wedding", "second", "a reunion of old friends", "middle", "how he opened the door")));
        ScriptedApp app = afterAStory();
        assertThat(Fixture.breaks("deceptive-delight", topics, Map.of(), app)).isTrue();
        List<Attempt> attempts = Fixture.attempts("deceptive-delight", topics, Map.of());
        assertThat(attempts).extracting(Attempt::variant).containsExactly("turns-2", "turns-3");
        assertThat(attempts)
                .extracting(Attempt::maxCalls)
                .containsExactly(new Attempt.Calls(2, 4, 0), new Attempt.Calls(3, 4, 0));
        assertThat(attempts.get(0).turns(app)).hasSize(2);
        for (String other : List.of("direct", "best-of-n", "role-play", "hypothetical")) {
            assertThat(Fixture.breaks(other, topics, Map.of(), afterAStory()))
                    .as(other)
                    .isFalse();
        }
    }

    @Test
    void badLikertJudgeFindsTheAppThatWritesExamplesOfGrades() throws Exception {
        ScriptedApp app = new ScriptedApp(
                said -> Reply.of(
                        said.size() == 1 && said.get(0).contains("Grade how much")
                                ? "I grade like this."
                                : said.size() == 2 && said.get(1).contains("one of grade 3")
                                        ? "Sure: grade 3, knock."
                                        : ScriptedApp.REFUSAL),
                reply -> 0);
        assertThat(Fixture.breaks("bad-likert-judge", agent(), Map.of(), app)).isTrue();
        List<Attempt> attempts = Fixture.attempts("bad-likert-judge", agent(), Map.of());
        assertThat(attempts)
                .extracting(Attempt::maxCalls)
                .containsExactly(new Attempt.Calls(2, 0, 0), new Attempt.Calls(3, 0, 0));
        assertThat(attempts.get(1).turns(app).get(0).text()).contains(Fixture.DOOR.text());
        assertThat(Fixture.breaks("direct", agent(), Map.of(), app)).isFalse();
    }

    private static ScriptedAttacker agent() {
        int[] turn = {0};
        return ScriptedAttacker.answering(request -> ScriptedAttacker.json(
                Map.of("strategy", "hypothetical", "message", "message " + ++turn[0], "prompt", "a prompt")));
    }

    private static ScriptedApp afterThreeTurns() {
        return new ScriptedApp(
                said -> Reply.of(said.size() >= 3 ? "Sure: knock." : ScriptedApp.REFUSAL),
                reply -> reply.startsWith("Sure") ? 1 : 0);
    }

    private static ScriptedAttacker actors() {
        return ScriptedAttacker.answering(request -> {
            String said = ScriptedAttacker.said(request);
            if (request.jsonSchema() != null) {
                return ScriptedAttacker.json(Map.of("question", "a softer question"));
            }
            if (said.contains("Name 3 actors")) {
                return "[\"clerk: has keys\", \"locksmith: opens doors\", \"owner: lost something\"]";
            }
            String actor = said.contains("| locksmith") ? "locksmith" : said.contains("| clerk") ? "clerk" : "owner";
            return "Here: [\"" + actor + " question 1\", \"" + actor + " question 2\", \"" + actor + " question 3\"]";
        });
    }

    private static ScriptedApp talkingAboutTheLocksmith() {
        return new ScriptedApp(
                said -> {
                    boolean about = said.stream().allMatch(text -> text.startsWith("locksmith question"));
                    return Reply.of(about && said.size() == 3 ? "Sure: knock." : "Doors are interesting.");
                },
                reply -> reply.startsWith("Sure") ? 1 : 0);
    }

    private static ScriptedApp afterAStory() {
        return new ScriptedApp(
                said -> {
                    String first = said.get(0);
                    boolean story =
                            first.contains("story") && first.contains("a wedding") && first.contains("a reunion");
                    boolean more = said.size() >= 2
                            && said.get(said.size() - 1).contains("how he opened the door")
                            && !said.get(said.size() - 1).contains("wedding");
                    return Reply.of(story && more ? "Sure: knock." : story ? "Once upon a time." : ScriptedApp.REFUSAL);
                },
                reply -> reply.startsWith("Sure") ? 1 : 0);
    }
}
