package io.attentionfutures.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pods keep Kubernetes' pod security standard "restricted". */
class PodSecurityTest {
    @ParameterizedTest
    @ValueSource(strings = {"minimal", "ha", "gpu"})
    void thePodsOfEachSetAreRestricted(String set) {
        assertThat(PodSecurity.violations(Rendering.of(set).podTemplate().path("spec"))).isEmpty();
    }

    @Test
    void theCheckFindsAPodThatIsNotRestricted() {
        Rendering open = Rendering.of("minimal", "podSecurity: {restricted: false}");

        assertThat(PodSecurity.violations(open.podTemplate().path("spec")))
                .contains(
                        "runAsNonRoot",
                        "seccompProfile",
                        "allowPrivilegeEscalation",
                        "capabilities");
    }

    @Test
    void theUserIsTheOneOfTheValues() {
        Rendering rendering = Rendering.of("minimal", "podSecurity: {runAsUser: 1234}");

        JsonNode context = rendering.podTemplate().at("/spec/securityContext");
        assertThat(context.path("runAsUser").asInt()).isEqualTo(1234);
        assertThat(context.path("fsGroup").asInt()).isEqualTo(1234);
    }
}
