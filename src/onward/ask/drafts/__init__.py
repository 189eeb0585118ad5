"""The sentences of drafts: a file for each of seven languages.

In: nothing; the files are data. Out: for each tone how a mail begins, thanks (for `{specific}` or plainly), accepts,
asks, leaves a way out and ends; a message of at most 300 characters for LinkedIn; three sentences to say on the phone;
and the thank-you, the withdrawal and the status check. Called by `onward.ask.voices` alone.
"""
