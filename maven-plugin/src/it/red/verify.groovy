String log = new File(basedir, 'build.log').text

// A class that is disabled does not pass silently, though all that ran was fine.
assert (log =~ /(?s)on project disabled: HarmCheck gate: INCONCLUSIVE.*it\.red\.DisabledSafetyTest#refuses/).find()
assert !(log =~ /on project disabled: There are test failures/).find()

// A build that fails has its report, and names the worst cases.
assert (log =~ /(?s)on project failing: HarmCheck gate: FAIL.*worst: core/).find()
String page = new File(basedir, 'failing/target/harmcheck/report/index.html').text
assert page.contains('<h1>FAIL</h1>')
assert page.contains('&lt;script&gt;alert(1)&lt;/script&gt;')
assert page.count('<script>') == 1
return true
