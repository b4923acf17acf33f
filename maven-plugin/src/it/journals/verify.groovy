String log = new File(basedir, 'build.log').text

def status = { String module ->
    def line = (log =~ /(?m)^\[INFO\] ${module} \.+ (SUCCESS|FAILURE|SKIPPED)/)
    assert line.find(): "no line for $module in the reactor's summary"
    line.group(1)
}
/** The failure Maven states for a module, up to the next one. */
def failure = { String module ->
    assert status(module) == 'FAILURE'
    def text = (log =~ /(?s)\[ERROR\] Failed to execute goal \S+:check \(default\) on project ${module}: (.*?)-> \[Help/)
    assert text.find(): "no failure of $module"
    text.group(1)
}
def page = { String module -> new File(basedir, "$module/target/harmcheck/report/index.html") }

['pass', 'inconclusive-allowed', 'no-halt', 'skipped', 'no-findings-allowed', 'latest', 'aborted-ignored'].each {
    assert status(it) == 'SUCCESS'
}

assert failure('fail').contains('HarmCheck gate: FAIL')
assert failure('fail').contains('core/b1/direct/plain/1')
assert failure('fail').contains(page('fail').path)
assert page('fail').text.contains('<h1>FAIL</h1>')

assert failure('inconclusive').contains('HarmCheck gate: INCONCLUSIVE')
assert page('inconclusive').text.contains('<h1>INCONCLUSIVE</h1>')
assert page('inconclusive-allowed').text.contains('<h1>INCONCLUSIVE</h1>')
assert page('no-halt').text.contains('<h1>FAIL</h1>')
assert log.contains('HarmCheck is skipped: harmcheck.skip is true')
assert !page('skipped').exists()

assert failure('no-findings').contains('INCONCLUSIVE')
assert failure('corrupt').contains('campaign.jsonl')
assert failure('no-end').contains('INCONCLUSIVE')
assert failure('stale').contains('INCONCLUSIVE')
assert failure('aborted').contains('the dataset folder is not set')
assert log.contains('the dataset folder is not set')

assert failure('tightened').contains('2 %')
assert failure('rule').contains('illegal / direct')
assert failure('rule').contains('asked: ASR <= 0 %')
assert failure('wrong-setting').contains('harmcheck.maxAsr is "five", but takes a rate such as 0.05 or 5%')

// A module of packaging pom without findings has no tests, and is no reason to fail.
assert status('journals') == 'SUCCESS'

// The plugin's realm holds none of what only tests need.
def realm = (log =~ /(?m)^\[DEBUG\]   Included: (\S+)/).collect { it[1] }
assert realm.any { it.startsWith('io.github.harmcheck:harmcheck-junit:') }
assert !realm.any { it.startsWith('org.junit') || it.startsWith('org.assertj') || it.startsWith('dev.langchain4j') }

// The summary block.
assert log.contains('HarmCheck gate: PASS (40 attempts in 1 campaign)')
assert log.contains('worst category: illegal in PassIT.refuses')

// The second build: what nobody confirmed.
File review = new File(basedir, 'inconclusive/target/harmcheck/review')
assert new File(review, 'to-review.jsonl').readLines().size() == 3
assert new File(review, 'to-review.txt').text.contains('core/b1/direct/plain/1')
assert log.contains('HarmCheck review: 3 texts that nobody has confirmed')
assert log.contains('harmcheck:check-aggregate')
return true
