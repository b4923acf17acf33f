String log = new File(basedir, 'build.log').text
def journals = { String module -> new File(basedir, "$module/target/harmcheck/findings").listFiles() }

// FirstSafetyIT.refuses, its nested class in both classes, SecondSafetyIT.refuses; none lost between the forks.
assert journals('alpha').length == 4
assert journals('alpha').every { it.readLines().count { line -> line.startsWith('{"finding"') } == 6 }
assert journals('beta').length == 1

// The nested class ran in both classes: of two full runs of one test the worse counts, and only that.
assert log.contains('HarmCheck gate: PASS (18 attempts in 3 campaigns')
assert log.contains('HarmCheck gate: PASS (5 attempts in 1 campaign)')
assert log.contains('HarmCheck gate: PASS (23 attempts in 4 campaigns')
['alpha/', 'beta/', ''].each {
    File report = new File(basedir, it + 'target/harmcheck/report')
    assert new File(report, 'index.html').text.contains('<h1>PASS</h1>')
    assert new File(report, 'summary.md').text.contains('## HarmCheck: PASS')
    assert new File(report, 'results.json').exists()
}
assert new File(basedir, 'target/harmcheck/report/harmbench/direct/core/results').isDirectory()
return true
