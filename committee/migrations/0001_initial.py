import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('name', models.CharField(max_length=120)),
                ('initials', models.CharField(blank=True, max_length=8)),
                ('email', models.EmailField(max_length=254, unique=True)),
                ('is_active', models.BooleanField(default=True)),
                ('invited_at', models.DateTimeField(blank=True, editable=False, null=True)),
            ],
            options={
                'verbose_name_plural': 'people',
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='CommitteeName',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120)),
                ('since', models.DateField(unique=True)),
            ],
            options={
                'ordering': ['-since'],
            },
        ),
        migrations.CreateModel(
            name='Counter',
            fields=[
                ('series', models.CharField(max_length=16, primary_key=True, serialize=False)),
                ('last', models.PositiveIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name='Organisation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, unique=True)),
                ('short_name', models.CharField(blank=True, max_length=40)),
                ('is_submitting_body', models.BooleanField(default=False)),
                ('receives_advice', models.BooleanField(default=False)),
                ('advice_addressee', models.CharField(blank=True, max_length=120)),
                ('email', models.EmailField(blank=True, max_length=254)),
            ],
            options={
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='Document',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=160, unique=True)),
                ('title', models.CharField(max_length=255)),
                ('template', models.CharField(max_length=120)),
                ('snapshot', models.JSONField()),
                ('state', models.CharField(choices=[('queued', 'Queued'), ('rendering', 'Being made'), ('ready', 'Ready'), ('failed', 'Failed')], default='queued', max_length=16)),
                ('ordered_at', models.DateTimeField()),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('token', models.UUIDField(editable=False, null=True)),
                ('lease_until', models.DateTimeField(editable=False, null=True)),
                ('sha256', models.CharField(editable=False, max_length=64, null=True)),
                ('size', models.PositiveIntegerField(editable=False, null=True)),
                ('pages', models.PositiveSmallIntegerField(editable=False, null=True)),
                ('ready_at', models.DateTimeField(editable=False, null=True)),
                ('failure', models.CharField(blank=True, max_length=500)),
                ('ordered_by', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-ordered_at'],
            },
        ),
        migrations.CreateModel(
            name='Event',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveBigIntegerField(unique=True)),
                ('act', models.CharField(db_index=True, max_length=64)),
                ('subject_type', models.CharField(max_length=64)),
                ('subject_id', models.CharField(max_length=36)),
                ('subject_name', models.CharField(max_length=255)),
                ('actor_id', models.CharField(max_length=36)),
                ('actor_name', models.CharField(max_length=255)),
                ('at', models.DateTimeField()),
                ('facts', models.JSONField(default=dict)),
                ('previous_hash', models.CharField(blank=True, max_length=64)),
                ('hash', models.CharField(max_length=64)),
            ],
            options={
                'ordering': ['number'],
                'indexes': [models.Index(fields=['subject_type', 'subject_id'], name='event_by_subject')],
            },
        ),
        migrations.CreateModel(
            name='Mail',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=128, unique=True)),
                ('to', models.EmailField(max_length=254)),
                ('subject', models.CharField(max_length=255)),
                ('body', models.TextField()),
                ('written_at', models.DateTimeField(auto_now_add=True)),
                ('held_until', models.DateTimeField(editable=False, null=True)),
                ('sent_at', models.DateTimeField(editable=False, null=True)),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('failure', models.CharField(blank=True, max_length=500)),
                ('enclosure', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='mails', to='committee.document')),
            ],
            options={
                'verbose_name_plural': 'mail',
                'ordering': ['written_at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Appointment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('chair', 'Chair'), ('vice_chair', 'Vice Chair'), ('member', 'Member'), ('adviser', 'Adviser'), ('secretariat', 'Secretariat'), ('presenter', 'Presenter'), ('office', 'Office of the PCC or Chief Constable')], max_length=16)),
                ('post', models.CharField(blank=True, max_length=120)),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='appointments', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='appointments', to='committee.organisation')),
            ],
            options={
                'ordering': ['-starts_on', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='TermsOfReference',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveSmallIntegerField(unique=True)),
                ('in_force_from', models.DateField(unique=True)),
                ('source', models.CharField(blank=True, max_length=255)),
                ('quorum_at_least', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('quorum_numerator', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('quorum_denominator', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('voting_rule', models.CharField(blank=True, choices=[('majority', 'More than half of those voting'), ('plurality', 'The option with most votes')], max_length=16, null=True)),
                ('chair_has_casting_vote', models.BooleanField(blank=True, null=True)),
                ('paper_deadline_days', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('publication_rule', models.TextField(blank=True, null=True)),
            ],
            options={
                'verbose_name': 'terms of reference',
                'verbose_name_plural': 'terms of reference',
                'ordering': ['-in_force_from'],
                'constraints': [models.CheckConstraint(condition=models.Q(('voting_rule__in', ['majority', 'plurality'])), name='terms_voting_rule_known'), models.CheckConstraint(condition=models.Q(models.Q(('quorum_denominator__isnull', True), ('quorum_numerator__isnull', True)), models.Q(('quorum_denominator__isnull', False), ('quorum_numerator__isnull', False)), _connector='OR'), name='terms_quorum_share_is_whole'), models.CheckConstraint(condition=models.Q(('quorum_denominator', None), models.Q(('quorum_denominator__gt', 0), ('quorum_numerator__lte', models.F('quorum_denominator'))), _connector='OR'), name='terms_quorum_share_at_most_everybody')],
            },
        ),
        migrations.CreateModel(
            name='OutcomeOption',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('letter', models.CharField(max_length=1)),
                ('short_label', models.CharField(max_length=60)),
                ('wording', models.TextField()),
                ('provenance', models.CharField(choices=[('quoted', 'Quoted from the published record'), ('assumed', 'Assumed: not found in a published source'), ('adopted', 'Adopted by the committee')], max_length=8)),
                ('terms', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='options', to='committee.termsofreference')),
            ],
            options={
                'ordering': ['terms', 'letter'],
            },
        ),
        migrations.AddConstraint(
            model_name='document',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['queued', 'rendering', 'ready', 'failed'])), name='document_state_known'),
        ),
        migrations.AddConstraint(
            model_name='document',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('lease_until__isnull', True), ('token__isnull', True)), models.Q(('lease_until__isnull', False), ('token__isnull', False)), _connector='OR'), name='document_lease_has_a_token'),
        ),
        migrations.AddConstraint(
            model_name='document',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('ready_at__isnull', True), ('sha256__isnull', True), ('size__isnull', True)), models.Q(('ready_at__isnull', False), ('sha256__isnull', False), ('size__isnull', False)), _connector='OR'), name='document_file_is_whole'),
        ),
        migrations.AddConstraint(
            model_name='document',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['ready']), _negated=True), ('sha256__isnull', False), _connector='OR'), name='document_ready_has_its_file'),
        ),
        migrations.AddConstraint(
            model_name='document',
            constraint=models.CheckConstraint(condition=models.Q(('state', 'failed'), ('failure', ''), _connector='OR'), name='document_failure_only_when_failed'),
        ),
        migrations.AddConstraint(
            model_name='appointment',
            constraint=models.CheckConstraint(condition=models.Q(('role__in', ['chair', 'vice_chair', 'member', 'adviser', 'secretariat', 'presenter', 'office'])), name='appointment_role_known'),
        ),
        migrations.AddConstraint(
            model_name='appointment',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='appointment_ends_after_it_starts'),
        ),
        migrations.AddConstraint(
            model_name='appointment',
            constraint=models.UniqueConstraint(fields=('person', 'role', 'starts_on'), name='appointment_made_once'),
        ),
        migrations.AddConstraint(
            model_name='appointment',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('role', 'presenter'), _negated=True), ('organisation__isnull', False), _connector='OR'), name='presenter_belongs_to_an_organisation'),
        ),
        migrations.AddConstraint(
            model_name='outcomeoption',
            constraint=models.CheckConstraint(condition=models.Q(('provenance__in', ['quoted', 'assumed', 'adopted'])), name='outcome_option_provenance_known'),
        ),
        migrations.AddConstraint(
            model_name='outcomeoption',
            constraint=models.UniqueConstraint(fields=('terms', 'letter'), name='outcome_letter_once_per_terms'),
        ),
        migrations.AddConstraint(
            model_name='outcomeoption',
            constraint=models.CheckConstraint(condition=models.Q(('letter__in', ['A', 'B', 'C', 'D', 'E'])), name='outcome_letter_a_to_e'),
        ),
    ]
