package io.github.harmcheck.langchain4j;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.moderation.ModerationModel;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import io.github.harmcheck.judge.Judges;
import io.github.harmcheck.judge.ModerationJudge;
import io.github.harmcheck.llm.TextGenerator;
import io.github.harmcheck.recording.RecordMode;
import io.github.harmcheck.recording.RecordingBoundary;
import io.github.harmcheck.target.InjectionPoint;
import io.github.harmcheck.target.Target;
import java.lang.reflect.Method;
import java.nio.file.Path;

/**
 * Makes targets and helper models from langchain4j's objects. What is made here is thread-safe as far as the model or
 * service is. HarmCheck repeats no call: how often a failed one is tried again is the model's own setting
 * ({@code maxRetries}).
 *
 * @since 0.1.0
 */
public final class LangChain4j {
    private LangChain4j() {}

    /** Makes a target of a bare model; each conversation keeps its own messages. */
    public static Target target(ChatModel model) {
        return new ChatModelTarget(model, null);
    }

    /**
     * Makes a target of a model and the app's system message.
     *
     * @throws IllegalArgumentException where the system message is blank
     */
    public static Target target(ChatModel model, String systemMessage) {
        return new ChatModelTarget(model, requireText(systemMessage));
    }

    /**
     * Makes a target of a bare streaming model; each conversation keeps its own messages. A stream that breaks is an
     * ERROR that keeps what had been said, see {@link io.github.harmcheck.target.BrokenReplyException}.
     */
    public static Target target(StreamingChatModel model) {
        return new StreamingChatModelTarget(model, null);
    }

    /**
     * Makes a target of a streaming model and the app's system message.
     *
     * @throws IllegalArgumentException where the system message is blank
     */
    public static Target target(StreamingChatModel model, String systemMessage) {
        return new StreamingChatModelTarget(model, requireText(systemMessage));
    }

    /**
     * Makes a target of an AI service: an interface with one method that takes the user's message as its only String and
     * returns a String or a {@code Result<String>}. Where the method has a {@code @MemoryId}, of type String, Object,
     * int, long or UUID, each conversation has a memory of its own, which is evicted at its end.
     *
     * @throws IllegalArgumentException where the object is no AI service, has no or several such methods, or answers all
     *     users from one chat memory, so that attempts would see each other
     */
    public static Target aiService(Object service) {
        return AiServiceTarget.of(service, AiServiceMethods.only(service));
    }

    /**
     * Makes a target of one method of an AI service that has several.
     *
     * @throws IllegalArgumentException as {@link #aiService(Object)} does
     */
    public static Target aiService(Object service, Method method) {
        return AiServiceTarget.of(service, AiServiceMethods.require(service, method));
    }

    /**
     * Makes a helper model for attackers and judges. A JSON Schema is sent only where the model's
     * {@code supportedCapabilities()} has {@code RESPONSE_FORMAT_JSON_SCHEMA}.
     */
    public static TextGenerator generator(ChatModel model) {
        return new ChatModelGenerator(model);
    }

    /**
     * Makes a judge of a moderation model. langchain4j tells only whether a text was flagged; for thresholds on the scores
     * of categories use {@code HttpGenerator.moderation}. Not for deciding alone, see {@link ModerationJudge}.
     */
    public static ModerationJudge judge(ModerationModel model) {
        return Judges.moderation(new ModerationGenerator(model));
    }

    /**
     * Wraps a model so that its answers can be recorded and played: then the app's own code runs in a replay, and any
     * changed request is noticed. Mode and folder are those of the campaign under way ({@code harmcheck.mode}, {@code
     * harmcheck.recordings}); outside of campaigns those of system properties and environment. Live, nothing changes.
     *
     * <p>Failures of the provider are not recorded; its content filter's answers are. A played answer is the recorded
     * text, thinking, tool calls, finish reason, token counts, model name and id.
     */
    public static ChatModel recording(ChatModel model) {
        return RecordingChatModel.around(model, RecordingBoundary::ofApp);
    }

    /** Wraps a model as {@link #recording(ChatModel)} does, with a mode and a folder of its own. */
    public static ChatModel recording(ChatModel model, RecordMode mode, Path folder) {
        return RecordingChatModel.around(RecordingChatModel.inner(model), () -> RecordingBoundary.ofApp(mode, folder));
    }

    /** Wraps a streaming model as {@link #recording(ChatModel)} does. An answer is played as one part and its end. */
    public static StreamingChatModel recording(StreamingChatModel model) {
        return RecordingStreamingChatModel.around(model, RecordingBoundary::ofApp);
    }

    /** Wraps a streaming model with a mode and a folder of its own. */
    public static StreamingChatModel recording(StreamingChatModel model, RecordMode mode, Path folder) {
        return RecordingStreamingChatModel.around(
                RecordingStreamingChatModel.inner(model), () -> RecordingBoundary.ofApp(mode, folder));
    }

    /**
     * Wraps a retriever so that what the attempt under way has planted comes first in its results, with the id
     * {@code planted}. Outside of such attempts nothing changes.
     */
    public static ContentRetriever injecting(ContentRetriever retriever, InjectionPoint point) {
        return new InjectingRetriever(retriever, point);
    }

    /**
     * Takes the {@code @Tool} methods of objects, to let some of them pretend and others give back what was planted.
     *
     * @throws IllegalArgumentException where there is none, or two have the same name
     */
    public static AppTools tools(Object... objects) {
        return AppTools.of(objects);
    }

    private static String requireText(String systemMessage) {
        if (systemMessage.isBlank()) {
            throw new IllegalArgumentException("the system message is blank: leave it out or write one");
        }
        return systemMessage;
    }
}
