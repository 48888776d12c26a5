from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('committee', '0003_first_terms_of_reference'),
    ]

    operations = [
        migrations.AddField(
            model_name='mail',
            name='calendar',
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name='termsofreference',
            name='ballot_reason',
            field=models.CharField(blank=True, choices=[('none', 'Not asked'), ('optional', 'Asked, and may be left empty'), ('required', 'Asked, and must be given')], max_length=8, null=True),
        ),
        migrations.AddField(
            model_name='termsofreference',
            name='committee_sees',
            field=models.CharField(blank=True, choices=[('names', 'Who voted how, and the count'), ('count', 'The count'), ('outcome', 'The outcome, and whether it was unanimous')], max_length=8, null=True),
        ),
        migrations.AddField(
            model_name='termsofreference',
            name='interest_effect',
            field=models.CharField(blank=True, choices=[('note', 'It is noted'), ('speak', 'They may speak, but do not vote'), ('leave', 'They leave the room and do not vote')], max_length=8, null=True),
        ),
        migrations.AddField(
            model_name='termsofreference',
            name='notes_kept_days',
            field=models.PositiveSmallIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='termsofreference',
            name='public_sees',
            field=models.CharField(blank=True, choices=[('names', 'Who voted how, and the count'), ('count', 'The count'), ('outcome', 'The outcome, and whether it was unanimous')], max_length=8, null=True),
        ),
        migrations.AddField(
            model_name='termsofreference',
            name='publication_needs_two',
            field=models.BooleanField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='termsofreference',
            name='shows_who_has_not_voted',
            field=models.BooleanField(blank=True, null=True),
        ),
        migrations.AddConstraint(
            model_name='termsofreference',
            constraint=models.CheckConstraint(condition=models.Q(('committee_sees__in', ['names', 'count', 'outcome'])), name='terms_committee_sees_known'),
        ),
        migrations.AddConstraint(
            model_name='termsofreference',
            constraint=models.CheckConstraint(condition=models.Q(('public_sees__in', ['names', 'count', 'outcome'])), name='terms_public_sees_known'),
        ),
        migrations.AddConstraint(
            model_name='termsofreference',
            constraint=models.CheckConstraint(condition=models.Q(('ballot_reason__in', ['none', 'optional', 'required'])), name='terms_ballot_reason_known'),
        ),
        migrations.AddConstraint(
            model_name='termsofreference',
            constraint=models.CheckConstraint(condition=models.Q(('interest_effect__in', ['note', 'speak', 'leave'])), name='terms_interest_effect_known'),
        ),
    ]
