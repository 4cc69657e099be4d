package io.weir.edge.mcp.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.weir.platform.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainSchemaTest {

    private static final String EMPTY_OBJECT =
            "{'type':'object','properties':{},'additionalProperties':false,'required':[]}";

    /** A schema of one property, and what becomes of it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type':'string','format':'email','minLength':1,'pattern':'x','title':'T','default':'d'} |"
                        + " {'type':'string'}",
                "{'type':'number','minimum':0,'exclusiveMaximum':9,'multipleOf':2} | {'type':'number'}",
                "{'$ref':'#/$defs/A'} | {'type':'string'}",
                "{'enum':['a','b']} | {'enum':['a','b'],'type':'string'}",
                "{'const':1,'description':'d'} | {'const':1,'description':'d','type':'string'}",
                "{'type':['string','null'],'maxLength':3} | {'type':['string','null']}",
                "{'anyOf':[{'type':'null'},{'$ref':'x'}]} | {'anyOf':[{'type':'null'},{'type':'string'}]}",
                "{'oneOf':[{'type':'integer','minimum':1}],'not':{}} | {'oneOf':[{'type':'integer'}]}",
                "{'type':'array','items':{'format':'uri'},'minItems':1,'uniqueItems':true}"
                        + " | {'type':'array','items':{'type':'string'}}",
                "{'type':'array','items':[{'type':'integer','maximum':3},true]}"
                        + " | {'type':'array','items':[{'type':'integer'},true]}",
                "{'type':'object'} | {'type':'object','properties':{},'additionalProperties':false,'required':[]}",
                "{'properties':{'format':{'type':'string'},'pattern':true}}"
                        + " | {'properties':{'format':{'type':'string'},'pattern':true},'type':'object',"
                        + "'additionalProperties':false,'required':['format','pattern']}",
                "{'type':'object','properties':{'a':{'type':'string'},'b':{}},'required':['a'],"
                        + "'additionalProperties':{'type':'string'}}"
                        + " | {'type':'object','properties':{'a':{'type':'string'},'b':{'type':'string'}},"
                        + "'required':['a'],'additionalProperties':false}",
                "{'allOf':[{'type':'object','properties':{'a':{'type':'string'}},'required':['a']},"
                        + "{'type':'string','properties':{'b':{'type':'integer'}},'required':['b','a']}],'required':['c']}"
                        + " | {'required':['c','a','b'],'type':'object','properties':{'a':{'type':'string'},"
                        + "'b':{'type':'integer'}},'additionalProperties':false}",
                "{'type':'string','definitions':{'A':{'format':'x'}},'$defs':{}}"
                        + " | {'type':'string','definitions':{'A':{'format':'x'}}}",
                "true | true"
            })
    void rewritesWhatStandsInAProperty(String schema, String plain) throws JsonProcessingException {
        Map<String, @Nullable Object> once =
                PlainSchema.root(map("{'type':'object','properties':{'p':" + schema + "}}"));

        assertThat(once)
                .isEqualTo(map("{'type':'object','properties':{'p':" + plain
                        + "},'additionalProperties':false,'required':['p']}"));
        assertThat(PlainSchema.root(once)).isEqualTo(once);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type':'object','$schema':'x','minProperties':1} | " + EMPTY_OBJECT,
                "{} | {'additionalProperties':false}",
                "{'type':'string','format':'x'} | {'type':'string','additionalProperties':false}"
            })
    void closesTheRootWhateverItIs(String schema, String plain) throws JsonProcessingException {
        assertThat(PlainSchema.root(map(schema))).isEqualTo(map(plain));
    }

    @Test
    void changesTheInputSchemasOfAPageAndNothingElse() throws JsonProcessingException {
        Map<String, @Nullable Object> page = map("{'tools':[{'name':'a','inputSchema':{'type':'object','title':'T'},"
                + "'outputSchema':{'title':'kept'}},{'name':'b'}],'nextCursor':'c'}");

        assertThat(PlainSchema.ofTools(page))
                .isEqualTo(map("{'tools':[{'name':'a','inputSchema':" + EMPTY_OBJECT
                        + ",'outputSchema':{'title':'kept'}},{'name':'b'}],'nextCursor':'c'}"));
    }

    private static Map<String, @Nullable Object> map(String text) throws JsonProcessingException {
        return Json.mapper()
                .readValue(text.replace('\'', '"'), new TypeReference<LinkedHashMap<String, @Nullable Object>>() {});
    }
}
