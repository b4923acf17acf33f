package io.github.harmcheck.langchain4j;

import dev.langchain4j.model.chat.request.json.JsonAnyOfSchema;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Schemas of tools and answers as they are recorded: the order of properties does not matter. */
final class RecordedSchemas {
    private RecordedSchemas() {}

    static @Nullable Object of(@Nullable JsonSchemaElement schema) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        if (schema instanceof JsonObjectSchema object) {
            map.put("type", "object");
            map.put("description", object.description());
            map.put("properties", all(object.properties()));
            map.put("required", object.required());
            map.put("additionalProperties", object.additionalProperties());
            map.put("definitions", all(object.definitions()));
        } else if (schema instanceof JsonArraySchema array) {
            map.put("type", "array");
            map.put("description", array.description());
            map.put("items", of(array.items()));
        } else if (schema instanceof JsonAnyOfSchema any) {
            map.put("description", any.description());
            map.put("anyOf", any.anyOf().stream().map(RecordedSchemas::of).toList());
        } else {
            return schema == null ? null : schema.toString();
        }
        return map;
    }

    private static @Nullable Map<String, ?> all(@Nullable Map<String, JsonSchemaElement> schemas) {
        if (schemas == null || schemas.isEmpty()) {
            return null;
        }
        Map<String, @Nullable Object> map = new TreeMap<>();
        schemas.forEach((name, schema) -> map.put(name, of(schema)));
        return map;
    }
}
