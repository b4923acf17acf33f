String log = new File(basedir, 'build.log').text
def findings = { String folder ->
    def journals = new File(basedir, "$folder/findings").listFiles()
    assert journals.length == 1
    journals[0].readLines().count { line -> line.startsWith('{"finding"') }
}

// Two parts of one plan, without overlap or gap.
assert findings('shards/1') > 0
assert findings('shards/2') > 0
assert findings('shards/1') + findings('shards/2') == 8
assert findings('target/harmcheck') == 8

// A shard states no rate where it runs, and without its sisters nothing is decided.
assert log.contains('gate after harmcheck:merge')
assert (log =~ /(?s)HarmCheck merge: the shards cannot be merged:.*ShardedSafetyTest\.refuses \[APP\]: shard 2\/2 is missing.*run it with harmcheck\.shard=2\/2/).find()

// Merged, the shards are one campaign of the build that merged them.
assert log.contains('8 findings of 2 shards in')
assert log.contains('HarmCheck gate: PASS (8 attempts in 1 campaign)')
assert new File(basedir, 'target/harmcheck/report/index.html').text.contains('<h1>PASS</h1>')
return true
