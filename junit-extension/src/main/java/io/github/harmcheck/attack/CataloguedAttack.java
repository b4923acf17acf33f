package io.github.harmcheck.attack;

/**
 * An attack with what the catalogue says of it. Immutable.
 *
 * @since 0.1.0
 */
public abstract class CataloguedAttack implements Attack {
    private final String id;
    private final String name;
    private final String description;
    private final String source;

    /**
     * Creates an attack.
     *
     * @param name the method's name as its source writes it
     * @param description one sentence, ending with where the method comes from
     * @param source paper, section, or a project's own idea
     */
    protected CataloguedAttack(String id, String name, String description, String source) {
        this.id = id;
        this.name = name;
        this.description = description;
        this.source = source;
    }

    /** Returns a description: what the attack does, without a full stop, and its source in brackets. */
    protected static String described(String what, String source) {
        return what + " (" + source + ").";
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String source() {
        return source;
    }

    @Override
    public final String description() {
        return description;
    }
}
