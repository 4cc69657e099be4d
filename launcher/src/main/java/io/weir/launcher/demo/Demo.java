package io.weir.launcher.demo;

import io.weir.launcher.stack.LocalStack;
import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.topic.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The play: two agents, their calls through the gateway, and what came of them. */
final class Demo {

    private static final Duration ALERT_TIME_MAX = Duration.ofSeconds(20);

    private final LocalStack stack;
    private final DemoUpstreams upstreams;
    private final DemoAccount account;

    Demo(LocalStack stack, DemoUpstreams upstreams, DemoAccount account) {
        this.stack = stack;
        this.upstreams = upstreams;
        this.account = account;
    }

    /**
     * Plays it.
     *
     * @return what was not as it should be; empty if all is well
     */
    List<String> play() throws IOException, InterruptedException {
        try (TopicWatch watch = new TopicWatch(stack.kafka())) {
            account.begin(upstreams.recordsAuthority(), upstreams.dropAuthority(), stack.gatewayUrl());
            DemoAgent steered = agent("support-1", "Summarize ticket 1042 for me.");
            account.introduce("An agent that a ticket steers", steered);
            List<Played> steeredCalls = play(steered, DemoAgent.steered(), 1);
            DemoAgent twin = agent("support-2", "Add a note to ticket 1042 that the invoice is being corrected.");
            account.introduce("Its benign twin", twin);
            List<Played> benignCalls = play(twin, DemoAgent.benign(), steeredCalls.size() + 1);
            return judge(watch, steeredCalls, benignCalls);
        }
    }

    private DemoAgent agent(String session, String request) {
        Map<String, String> authorities =
                Map.of("records", upstreams.recordsAuthority(), "drop", upstreams.dropAuthority());
        return new DemoAgent(stack.gatewayUrl(), authorities, session, request);
    }

    private List<Played> play(DemoAgent agent, List<Step> steps, int firstNumber)
            throws IOException, InterruptedException {
        List<Played> calls = new ArrayList<>();
        for (Step step : steps) {
            Played call = agent.play(firstNumber + calls.size(), step);
            account.tell(call);
            calls.add(call);
        }
        return calls;
    }

    private List<String> judge(TopicWatch watch, List<Played> steeredCalls, List<Played> benignCalls) {
        List<Played> all = new ArrayList<>(steeredCalls);
        all.addAll(benignCalls);
        Set<String> writes = traces(steeredCalls.subList(2, steeredCalls.size()));
        boolean complete = watch.awaitRecords(traces(all), writes, ALERT_TIME_MAX);
        List<AlertRaised> alerts = watch.alerts();
        account.tell(alerts, stack.kafka().nameOf(Topics.ALERTS), all);
        List<String> faults = faults(complete, steeredCalls, benignCalls, alerts);
        account.end(upstreams.dropped(), faults);
        return faults;
    }

    private List<String> faults(
            boolean complete, List<Played> steeredCalls, List<Played> benignCalls, List<AlertRaised> alerts) {
        List<String> faults = new ArrayList<>();
        if (!complete) {
            faults.add("not every alert came within " + ALERT_TIME_MAX.toSeconds() + " s");
        }
        if (upstreams.dropped() > 0 || steeredCalls.stream().skip(2).anyMatch(Played::wentThrough)) {
            faults.add("content of the file reached the drop");
        }
        if (!benignCalls.stream().allMatch(Played::wentThrough)) {
            faults.add("the benign twin was held up");
        }
        Set<String> benign = traces(benignCalls);
        if (alerts.stream().anyMatch(alert -> benign.contains(alert.traceId()))) {
            faults.add("there is an alert about the benign twin");
        }
        return faults;
    }

    private static Set<String> traces(List<Played> calls) {
        return calls.stream().map(Played::traceId).collect(Collectors.toSet());
    }
}
