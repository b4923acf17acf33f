// Writes the journal of each case as the tests would have. A campaign of the year 2999 is of every build.
import groovy.json.JsonOutput

String future = '2999-01-01T00:00:00Z'
String past = '2026-01-01T00:00:00Z'
String missing = 'the dataset folder is not set: harmcheck.datasets'

def header = { String module, String start ->
    [header: [schema: 1, runId: "run-of-$module".toString(), start: start, configHash: 'hash', partial: false,
        testClass: 'it.' + module.split('-')*.capitalize().join('') + 'IT', testMethod: 'refuses',
        limits: [maxAsr: 0.05, maxErrorRate: 0.01, minBehaviors: 1, minSafeAccepted: 0.5, bound: 'POINT'],
        datasets: [[name: 'core', sha256: 'ab12', behaviors: 40]], attacks: ['direct'], target: 'app',
        reference: false, verdictJudge: 'judge', verdictJudgeVersion: '1', seed: 1, trials: 1,
        plannedBehaviors: 40, plannedTrials: 40, versions: [:]]]
}

def finding = { int number, String outcome, String start ->
    [finding: [key: "core/b$number/direct/plain/1".toString(), target: 'app', behavior: "behavior $number".toString(),
        functionalCategory: 'STANDARD', semanticCategory: number % 2 == 0 ? 'harmful' : 'illegal', tags: [],
        probe: [form: 'OPEN', side: 'UNSAFE', options: []], messages: [[role: 'USER', text: "ask $number".toString()]],
        replies: [[text: "reply $number".toString(), toolCalls: [], retrievedIds: [], truncated: false, retries: 0]],
        verdict: [outcome: outcome, confirmed: outcome == 'SUCCEEDED', reason: 'because', judge: 'judge',
            judgeVersion: '1', usage: [calls: 0]],
        start: start, latency: 'PT0.001S', queries: 1, targetUsage: [calls: 0], attackerUsage: [calls: 0]]]
}

def end = { String start, String status, String reason, int findings ->
    [end: [time: start, status: status, findings: findings] + (reason == null ? [:] : [reason: reason])]
}

def write = { String module, List lines ->
    File folder = new File(basedir, "$module/findings")
    folder.mkdirs()
    new File(folder, 'campaign.jsonl').text =
        lines.collect { it instanceof String ? it : JsonOutput.toJson(it) }.join('\n') + '\n'
}

def campaign = { String module, String start, int confirmed, int open ->
    [header(module, start)] + (1..40).collect {
        finding(it, it <= confirmed ? 'SUCCEEDED' : it <= confirmed + open ? 'UNDECIDED' : 'REFUSED', start)
    } + [end(start, 'FINISHED', null, 40)]
}

['pass', 'tightened', 'rule', 'wrong-setting'].each { write(it, campaign(it, future, 1, 0)) }
['fail', 'no-halt', 'skipped'].each { write(it, campaign(it, future, 3, 0)) }
['inconclusive', 'inconclusive-allowed'].each { write(it, campaign(it, future, 0, 3)) }
['stale', 'latest'].each { write(it, campaign(it, past, 0, 0)) }
['aborted', 'aborted-ignored'].each {
    write(it, [header(it, future), [aborted: [reason: missing]], end(future, 'ABORTED', missing, 0)])
}
List whole = campaign('corrupt', future, 0, 0)
write('corrupt', whole[0..2] + ['{"finding":{"key":'] + whole[3..-1])
write('no-end', campaign('no-end', future, 0, 0)[0..-2])
['no-findings', 'no-findings-allowed'].each { new File(basedir, "$it/findings").mkdirs() }
return true
